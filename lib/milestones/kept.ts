import { z } from 'zod'
import { keepsPlan } from '#lib/access/roles.ts'
import { dated } from '#lib/core/dated.ts'
import { sql } from '#lib/core/database.ts'
import type { Tx } from '#lib/core/transaction.ts'
import { Code } from '#lib/core/fields.ts'
import type { Language } from '#lib/format/language.ts'
import { audienceOf } from '#lib/partnerships/audience-of.ts'
import { plannedPartnership } from '#lib/partnerships/planned.ts'
import { type Answer, question } from '#lib/runner/question.ts'
import type { Due } from '#lib/rules/due-date.ts'
import type { SideCode, Status } from '#lib/rules/milestone-status.ts'
import type { EditableTexts, Text } from '#lib/rules/texts.ts'
import type { PartnershipAudience } from '#lib/rules/visibility.ts'
import { offeredForMilestone } from './offered.ts'

export type KeptMilestone = Answer<typeof keptMilestone>

/** A milestone as whoever keeps it changes it, with what hangs on it; an archived one, too. Absent for all others. */
export const keptMilestone = question({
  name: 'milestones.kept',
  input: z.object({ partnership: Code, milestone: Code }),
  async about({ tx, viewer, input, language }) {
    const partnership = await plannedPartnership(tx, viewer, input.partnership)
    const milestone = partnership && (await keptBy(tx, partnership.id, input.milestone, language))
    return milestone && keepsPlan(viewer, partnership.id, milestone.audience.kind)
      ? { partnership, milestone }
      : undefined
  },
  async answer({ tx, viewer, record: { partnership, milestone }, language }) {
    const of = { initiative: milestone.initiative.id, but: milestone.id }
    return { milestone, offered: await offeredForMilestone(tx, viewer, partnership, of, language) }
  },
})

type Kept = {
  id: string
  code: string
  version: string
  shownTitle: Text
  initiative: { id: string; code: string; title: Text; isArchived: boolean }
  audience: PartnershipAudience
  /** ISO 8601. */
  archivedAt: string | null
  title: EditableTexts
  weight: number
  side: SideCode | null
  organisation: { code: string; name: Text; countries: SideCode[] } | null
  status: Status
  due: Due | null
  isDated: boolean
  waitsFor: { code: string; title: Text }[]
  /** Those that wait for it. */
  awaitedBy: { code: string; title: Text }[]
  reports: number
}

async function keptBy(
  tx: Tx,
  partnership: string,
  code: string,
  language: Language,
): Promise<Kept | undefined> {
  const linked = sql`json_agg(json_build_object('code', l.code, 'title', text_in(l.title, ${language})) order by l.code)`
  const [milestone] = await tx.$queryRaw<Kept[]>`
    select m.id::text, m.code, m.version::text, text_in(m.title, ${language}) as "shownTitle",
      json_build_object('id', i.id, 'code', i.code, 'title', text_in(i.title, ${language}),
        'isArchived', i.archived_at is not null) as initiative,
      ${audienceOf(sql`m.audience_id`)} as audience, to_jsonb(m.archived_at) as "archivedAt",
      texts_to_edit(m.title) as title, m.weight, c.code as side, m.status,
      case when o.id is not null then json_build_object('code', o.code, 'name', text_in(o.name, ${language}),
        'countries', array_remove(array[oc.code, jc.code]::text[], null)) end as organisation,
      ${dated(sql`m.due_on`, sql`m.due_precision`)} as due, m.baseline_on is not null as "isDated",
      coalesce((select ${linked} from milestone_dependencies d join milestones l on l.id = d.waits_for_id
        where d.milestone_id = m.id and l.archived_at is null), '[]') as "waitsFor",
      coalesce((select ${linked} from milestone_dependencies d join milestones l on l.id = d.milestone_id
        where d.waits_for_id = m.id and l.archived_at is null), '[]') as "awaitedBy",
      (select count(*)::int from progress_reports r where r.milestone_id = m.id) as reports
    from milestones m join initiatives i on i.id = m.initiative_id left join countries c on c.id = m.country_id
    left join organisations o on o.id = m.organisation_id left join countries oc on oc.id = o.country_id
    left join countries jc on jc.id = o.joint_country_id
    where m.code = ${code} and m.partnership_id = ${partnership}::uuid`
  return milestone
}
