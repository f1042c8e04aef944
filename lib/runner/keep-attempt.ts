import { v7 as newId } from 'uuid'
import type { Viewer } from '#lib/access/viewer.ts'
import { asViewer } from '#lib/access/wall.ts'
import type { Attempt } from './attempts.ts'

/** Kept for an hour, for this person alone. */
export async function keepAttempt(viewer: Viewer, attempt: Attempt): Promise<string> {
  const id = newId()
  await asViewer(viewer, async (tx) => {
    await tx.$executeRaw`delete from attempts where until < now()`
    await tx.$executeRaw`insert into attempts (id, person_id, typed, until)
      values (${id}::uuid, ${viewer.person}::uuid, ${JSON.stringify(attempt)}, now() + interval '1 hour')`
  })
  return id
}
