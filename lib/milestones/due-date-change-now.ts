import type { Tx } from '#lib/core/transaction.ts'
import type { AskedState } from '#lib/rules/two-sides.ts'

export type DueDateChangeNow = { id: string; state: AskedState; milestone: string; partnership: string }

/** How a change of a due date stands now. */
export async function dueDateChangeNow(tx: Tx, change: string): Promise<DueDateChangeNow | undefined> {
  const [now] = await tx.$queryRaw<DueDateChangeNow[]>`
    select d.id::text, d.state, m.code as milestone, p.code as partnership
    from due_date_changes d join milestones m on m.id = d.milestone_id join partnerships p on p.id = d.partnership_id
    where d.id = ${change}::uuid`
  return now
}

/** The page of the milestone, which says what has just been done. */
export const milestoneOf =
  (command: string) =>
  ({ partnership, milestone }: { partnership: string; milestone: string }) =>
    `/${partnership}/milestones/${milestone}?done=${command}`
