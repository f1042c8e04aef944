import { v7 as newId } from 'uuid'
import type { Viewer } from '#lib/access/viewer.ts'
import type { Tx } from '#lib/core/transaction.ts'

/** What is signed: one of a confirmation, a change that a side asks for, a release. Ids are UUIDs. */
export type Signed =
  | { confirmation: string }
  | { release: string }
  | { dueDateChange: string; act: SignedAct }
  | { statusChange: string; act: SignedAct }

type SignedAct = 'asked' | 'put' | 'agreed' | 'refused' | 'withdrawn'

/** Which person it was stays with the side; what crosses over names the post. `audience`: of the person's side. */
export async function sign(tx: Tx, viewer: Viewer, audience: string, signed: Signed): Promise<void> {
  await tx.$executeRaw`
    insert into signatures (id, audience_id, confirmation_id, release_id, due_date_change_id, status_change_id, act, person_id)
    values (${newId()}::uuid, ${audience}::uuid, ${'confirmation' in signed ? signed.confirmation : null}::uuid,
      ${'release' in signed ? signed.release : null}::uuid,
      ${'dueDateChange' in signed ? signed.dueDateChange : null}::uuid,
      ${'statusChange' in signed ? signed.statusChange : null}::uuid,
      ${'act' in signed ? signed.act : null}, ${viewer.person}::uuid)`
}
