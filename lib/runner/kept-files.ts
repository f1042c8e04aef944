import type { Viewer } from '#lib/access/viewer.ts'
import { asViewer } from '#lib/access/wall.ts'
import type { StoredFile } from '#lib/core/files.ts'
import type { Tx } from '#lib/core/transaction.ts'

/** Notes that this person sent these bytes: only then may he name them as evidence. Knowing the hash of somebody else's
 *  file opens nothing. */
export async function noteFiles(tx: Tx, viewer: Viewer, files: readonly StoredFile[]): Promise<void> {
  await Promise.all(
    files.map(
      ({ sha256, size, mediaType }) => tx.$executeRaw`
        insert into files (person_id, sha256, size, media_type)
        values (${viewer.person}::uuid, decode(${sha256}, 'hex'), ${size}, ${mediaType})
        on conflict (person_id, sha256) do update set at = now()`,
    ),
  )
}

/** Waited for as late as can be: meanwhile PostgreSQL does its part. */
export async function onDisk(files: readonly StoredFile[]): Promise<void> {
  await Promise.all(files.map((file) => file.onDisk))
}

/** The same for bytes of which nothing is made yet. */
export async function keepFiles(viewer: Viewer, files: readonly StoredFile[]): Promise<void> {
  if (files.length === 0) return
  await onDisk(files)
  await asViewer(viewer, (tx) => noteFiles(tx, viewer, files))
}

/** What a form sends on as evidence. */
export const asEvidence = ({ name, sha256, size }: StoredFile) => ({
  kind: 'file' as const,
  name,
  sha256,
  size,
})
