import type { Tx } from '#lib/core/transaction.ts'
import type { AskedState } from '#lib/rules/two-sides.ts'
import type { StatusAct } from './ask-status.ts'

export type StatusChangeNow = {
  id: string
  kind: StatusAct
  state: AskedState
  milestone: string
  partnership: string
}

/** How an asking to cancel or restore stands now. */
export async function statusChangeNow(tx: Tx, change: string): Promise<StatusChangeNow | undefined> {
  const [now] = await tx.$queryRaw<StatusChangeNow[]>`
    select s.id::text, s.kind, s.state, m.code as milestone, p.code as partnership
    from status_changes s join milestones m on m.id = s.milestone_id join partnerships p on p.id = s.partnership_id
    where s.id = ${change}::uuid`
  return now
}
