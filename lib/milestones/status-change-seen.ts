import type { Viewer } from '#lib/access/viewer.ts'
import type { Tx } from '#lib/core/transaction.ts'
import type { Asked } from '#lib/rules/two-sides.ts'
import type { StatusAct } from './ask-status.ts'
import { milestoneSeenBy, type SeenMilestone } from './seen.ts'

/** An asking to cancel or restore as an answer to it needs it. */
export type SeenStatusChange = Asked & {
  id: string
  kind: StatusAct
  audienceId: string
  milestone: SeenMilestone
}

/** As this viewer sees it, locked with its milestone; undefined when it is not there for him. */
export async function statusChangeSeenBy(
  tx: Tx,
  viewer: Viewer,
  change: string,
): Promise<SeenStatusChange | undefined> {
  const [found] = await tx.$queryRaw<{ code: string }[]>`
    select m.code from status_changes s join milestones m on m.id = s.milestone_id where s.id = ${change}::uuid`
  const milestone = found && (await milestoneSeenBy(tx, viewer, found.code))
  if (!milestone) return undefined
  const [row] = await tx.$queryRaw<Omit<SeenStatusChange, 'milestone' | 'needed'>[]>`
    select s.id::text, s.kind, s.audience_id::text as "audienceId", s.state, c.code as "askedBy",
      exists (select from signatures g where g.status_change_id = s.id and g.act = 'asked'
        and g.person_id = ${viewer.person}::uuid) as "isOwnAsking"
    from status_changes s join countries c on c.id = s.asked_country_id
    where s.id = ${change}::uuid for no key update of s`
  return row && { ...row, needed: milestone.needed, milestone }
}
