import type { Viewer } from '#lib/access/viewer.ts'
import { dated } from '#lib/core/dated.ts'
import { sql } from '#lib/core/database.ts'
import type { Tx } from '#lib/core/transaction.ts'
import type { Due } from '#lib/rules/due-date.ts'
import type { Asked } from '#lib/rules/two-sides.ts'
import { milestoneSeenBy, type SeenMilestone } from './seen.ts'

/** A change of a due date as an answer to it needs it. */
export type SeenDueDateChange = Asked & {
  id: string
  audienceId: string
  to: Due
  milestone: SeenMilestone
}

/** As this viewer sees it, locked with its milestone; undefined when it is not there for him. What a source alone reported
 *  was asked by nobody, and takes no answer. */
export async function dueDateChangeSeenBy(
  tx: Tx,
  viewer: Viewer,
  change: string,
): Promise<SeenDueDateChange | undefined> {
  const [found] = await tx.$queryRaw<{ code: string }[]>`
    select m.code from due_date_changes d join milestones m on m.id = d.milestone_id
    where d.id = ${change}::uuid and d.asked_country_id is not null`
  const milestone = found && (await milestoneSeenBy(tx, viewer, found.code))
  if (!milestone) return undefined
  const [row] = await tx.$queryRaw<Omit<SeenDueDateChange, 'milestone' | 'needed'>[]>`
    select d.id::text, d.audience_id::text as "audienceId", d.state, c.code as "askedBy",
      ${dated(sql`d.to_on`, sql`d.to_precision`)} as to,
      exists (select from signatures s where s.due_date_change_id = d.id and s.act = 'asked'
        and s.person_id = ${viewer.person}::uuid) as "isOwnAsking"
    from due_date_changes d join countries c on c.id = d.asked_country_id
    where d.id = ${change}::uuid for no key update of d`
  return row && { ...row, needed: milestone.needed, milestone }
}
