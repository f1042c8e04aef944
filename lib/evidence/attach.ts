import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Viewer } from '#lib/access/viewer.ts'
import { Title } from '#lib/core/fields.ts'
import type { Tx } from '#lib/core/database.ts'

/** A file that was sent before, by its SHA-256. */
export const FileSent = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/), name: Title })

type Attaching = {
  report: string
  audience: string
  partnership: string
  files: z.infer<typeof FileSent>[]
  links: string[]
}

/** Makes files and links evidence of a report. Only what this very person sent is taken: knowing the hash of
 *  somebody else's file opens nothing. False when a file is none of his. */
export async function attach(tx: Tx, viewer: Viewer, to: Attaching): Promise<boolean> {
  for (const { sha256, name } of to.files) {
    const made = await tx.$executeRaw`
      insert into evidence (id, audience_id, partnership_id, report_id, kind, name, sha256, size, media_type)
      select ${randomUUID()}::uuid, ${to.audience}::uuid, ${to.partnership}::uuid, ${to.report}::uuid, 'file',
        ${name}, f.sha256, f.size, f.media_type
      from files f where f.person_id = ${viewer.person}::uuid and f.sha256 = decode(${sha256}, 'hex')`
    if (made !== 1) return false
  }
  for (const url of to.links)
    await tx.$executeRaw`
      insert into evidence (id, audience_id, partnership_id, report_id, kind, name, url)
      values (${randomUUID()}::uuid, ${to.audience}::uuid, ${to.partnership}::uuid, ${to.report}::uuid, 'link',
        ${new URL(url).host}, ${url})`
  return true
}
