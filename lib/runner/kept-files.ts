import type { Viewer } from '#lib/access/viewer.ts'
import { asViewer } from '#lib/access/wall.ts'
import { sql } from '#lib/core/database.ts'
import type { StoredFile } from '#lib/core/files.ts'

/** What a form sends on as evidence. */
export type KeptFile = { kind: 'file'; name: string; sha256: string; size: number }

/** Notes that this person sent these bytes: only then may he name them as evidence. Knowing the hash of somebody
 *  else's file opens nothing. Nobody waits for the disk here: what names the file as evidence does, and takes this with it. */
export async function keepFile(viewer: Viewer, file: StoredFile): Promise<KeptFile> {
  await asViewer(viewer, async (tx) => {
    tx.$atLast(sql`insert into files (person_id, sha256, size, media_type)
      select ${viewer.person}::uuid, decode(${file.sha256}, 'hex'), ${file.size}, ${file.mediaType}
      from set_config('synchronous_commit', 'off', true)
      on conflict (person_id, sha256) do update set at = now()`)
  })
  return { kind: 'file', name: file.name, sha256: file.sha256, size: file.size }
}
