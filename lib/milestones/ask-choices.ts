import { actorIn } from '#lib/access/roles.ts'
import type { Viewer } from '#lib/access/viewer.ts'
import type { Tx } from '#lib/core/transaction.ts'
import type { Language } from '#lib/format/language.ts'
import { mayMoveDate } from '#lib/rules/due-date-change.ts'
import type { Text } from '#lib/rules/texts.ts'
import type { ShownMilestone } from './shown.ts'

/** What can be named as the meeting at which a date moves, and as the milestone because of which it does. */
export type AskChoices = {
  meetings: { code: string; title: Text }[]
  milestones: { code: string; title: Text }[]
}

const most = 100

/** Null: this viewer cannot ask for another date now. */
export async function askChoices(
  tx: Tx,
  viewer: Viewer,
  milestone: ShownMilestone,
  language: Language,
): Promise<AskChoices | null> {
  const { staffOf } = actorIn(viewer, milestone.partnershipId)
  const isOwn = milestone.side === null || staffOf.includes(milestone.side)
  const isResponsible = milestone.isOfficial || (staffOf.length > 0 && isOwn)
  if (!isResponsible || !mayMoveDate(milestone.status).may) return null
  const [choices] = await tx.$queryRaw<[AskChoices & { isOpen: boolean }]>`
    select
      coalesce((select json_agg(json_build_object('code', g.code, 'title', text_in(g.title, ${language}))
          order by g.held_on desc)
        from (select g.* from meetings g
          where g.partnership_id = m.partnership_id and g.archived_at is null and holds(g.audience_id, m.audience_id)
          order by g.held_on desc limit ${most}) g), '[]') as meetings,
      coalesce((select json_agg(json_build_object('code', b.code, 'title', text_in(b.title, ${language}))
          order by b.code collate "C")
        from (select b.* from milestones b
          where b.id <> m.id and b.archived_at is null and holds(b.audience_id, m.audience_id)
            and b.partnership_id = m.partnership_id and (b.initiative_id = m.initiative_id or exists (
              select from milestone_dependencies d where d.milestone_id = m.id and d.waits_for_id = b.id))
          order by b.code collate "C" limit ${most}) b), '[]') as milestones,
      exists (select from due_date_changes d where d.milestone_id = m.id and d.state in ('asked', 'put')) as "isOpen"
    from milestones m where m.id = ${milestone.id}::uuid`
  const { isOpen, ...named } = choices
  return isOpen ? null : named
}
