import { database } from '#lib/core/database.ts'
import { removeFile } from '#lib/core/files.ts'

const thirtyDays = 30 * 24 * 60 * 60_000

/** Removes what was sent thirty days ago and never became evidence. The rows go with the bytes or not at all: where the
 *  disk fails, the next sweep tries again. */
export async function sweepFiles(): Promise<void> {
  const before = new Date(Date.now() - thirtyDays)
  await database().$transaction(
    async (tx) => {
      const swept = await tx.$queryRaw<{ sha256: string }[]>`select sha256 from sweep_files()`
      for (const { sha256 } of swept) await removeFile(sha256, before)
    },
    { maxWait: 10_000, timeout: 5 * 60_000 },
  )
}
