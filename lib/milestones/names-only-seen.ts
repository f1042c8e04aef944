import { type Sql, sql } from '#lib/core/database.ts'
import type { Tx } from '#lib/core/transaction.ts'

/** Does a change of a due date name no meeting and no milestone that somebody of an audience does not see? Only then it may go
 *  there. A meeting that was to be named where the milestone was need not be where it is now. `change`: an alias. */
export const namesOnlySeen = (change: Sql, audience: string): Sql => sql`(
  (${change}.meeting_id is null or exists (
    select from meetings g where g.id = ${change}.meeting_id and holds(g.audience_id, ${audience}::uuid)))
  and (${change}.because_of_id is null or exists (
    select from milestones b where b.id = ${change}.because_of_id and holds(b.audience_id, ${audience}::uuid))))`

/** … of one change. */
export async function mayBeSeenIn(tx: Tx, change: string, audience: string): Promise<boolean> {
  const [found] = await tx.$queryRaw<[{ may: boolean }]>`
    select ${namesOnlySeen(sql`d`, audience)} as may from due_date_changes d where d.id = ${change}::uuid`
  return found.may
}
