import type { Tx } from '#lib/core/transaction.ts'
import { statusAfter } from '#lib/rules/milestone-status.ts'
import type { StatusAct } from './ask-status.ts'
import type { SeenMilestone } from './seen.ts'

/** Called when it is agreed. What the milestone was stays with it, and restoring gives it back. */
export async function changeStatus(tx: Tx, kind: StatusAct, milestone: SeenMilestone): Promise<void> {
  const status = statusAfter(kind, milestone, milestone.side ?? '')
  const before = kind === 'cancel' ? milestone.status : null
  await tx.$executeRaw`
    update milestones set status = ${status}, status_before = ${before}, version = gen_random_uuid()
    where id = ${milestone.id}::uuid`
}
