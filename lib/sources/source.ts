import { z } from 'zod'
import { Code } from '#lib/core/fields.ts'
import { dated } from '#lib/core/dated.ts'
import { sql } from '#lib/core/database.ts'
import { firstOf } from '#lib/core/first-of.ts'
import type { Tx } from '#lib/core/transaction.ts'
import type { Language } from '#lib/format/language.ts'
import { audienceOf, isOwn } from '#lib/partnerships/audience-of.ts'
import { type SeenPartnership, partnershipSeen } from '#lib/partnerships/seen.ts'
import { question } from '#lib/runner/question.ts'
import type { Due, PlainDate } from '#lib/rules/due-date.ts'
import type { Text } from '#lib/rules/texts.ts'
import type { PartnershipAudience } from '#lib/rules/visibility.ts'

export type SourcePage = {
  partnership: SeenPartnership
  code: string
  title: string
  publisher: string
  url: string | null
  published: Due | null
  dateInferred: boolean
  note: string | null
  audience: PartnershipAudience
  resting: RestingRecord[]
}

/** The kinds of records that cite sources, in the order in which they are shown. */
const restingKinds = [
  'partnership',
  'landmark',
  'direction',
  'agreement',
  'initiative',
  'milestone',
  'due-date-change',
  'fact',
  'value',
  'indicator',
  'measurement',
  'finance-record',
  'series',
  'meeting',
  'trade-figure',
  'contradiction',
  'open-point',
  'organisation',
] as const

/** A record that rests on the source. `page`: where it is shown, with the code there; for a contradiction its number. */
export type RestingRecord = {
  kind: (typeof restingKinds)[number]
  page:
    | 'overview'
    | 'directions'
    | 'agreements'
    | 'initiatives'
    | 'milestones'
    | 'meetings'
    | 'trade'
    | 'contradictions'
    | 'organisations'
  code: string | null
  title: Text | null
  period: { from: PlainDate; to: PlainDate } | null
  note: string | null
  own: boolean
}

/** A cited page, and what rests on it. */
export const sourcePage = question({
  name: 'sources.source',
  input: z.object({ partnership: Code, source: Code }),
  about: ({ tx, input, language }) => sourceSeen(tx, input, language),
  answer: async ({ record }) => record,
})

async function sourceSeen(
  tx: Tx,
  asked: { partnership: string; source: string },
  language: Language,
): Promise<SourcePage | undefined> {
  const partnership = await partnershipSeen(tx, asked.partnership, language)
  if (!partnership) return undefined
  const [source] = await tx.$queryRaw<(Omit<SourcePage, 'partnership' | 'resting'> & { id: string })[]>`
    select so.id::text, so.code, so.title, so.publisher, so.url,
      ${dated(sql`so.published_on`, sql`so.published_precision`)} as published, so.date_inferred as "dateInferred",
      so.note, ${audienceOf(sql`so.audience_id`)} as audience
    from sources so where so.code = ${asked.source} and so.partnership_id = ${partnership.id}::uuid`
  if (!source) return undefined
  const { id, ...shown } = source
  return { partnership, ...shown, resting: await restingOn(tx, id, language) }
}

const milestoneCited = firstOf(
  sql`ci.milestone_id`,
  sql`dc.milestone_id`,
  sql`f.milestone_id`,
  sql`v.milestone_id`,
)
const initiativeCited = firstOf(
  sql`ci.initiative_id`,
  sql`f.initiative_id`,
  sql`v.initiative_id`,
  sql`n.initiative_id`,
  sql`fr.initiative_id`,
)

/** What hangs on an initiative or a milestone is shown on its page. */
function restingOn(tx: Tx, source: string, language: Language): Promise<RestingRecord[]> {
  return tx.$queryRaw<RestingRecord[]>`
    select r.kind, r.page, r.code, text_in(r.title, ${language}) as title,
      case when tr.id is not null then json_build_object('from', tr.starts_on, 'to', tr.ends_on) end as period, ci.note,
      ${isOwn(sql`ci.audience_id`)} as own
    from citations ci
    join partnerships p on p.id = ci.partnership_id
    left join directions d on d.id = ci.direction_id
    left join landmarks la on la.id = ci.landmark_id
    left join agreements g on g.id = ci.agreement_id
    left join due_date_changes dc on dc.id = ci.due_date_change_id
    left join reported_facts f on f.id = ci.fact_id
    left join reported_values v on v.id = ci.value_id
    left join measurements me on me.id = ci.measurement_id
    left join indicators n on n.id = coalesce(ci.indicator_id, me.indicator_id)
    left join directions nd on nd.id = n.direction_id
    left join finance_records fr on fr.id = ci.finance_record_id
    left join open_points op on op.id = ci.open_point_id
    left join contradictions c on c.id = ci.contradiction_id
    left join milestones m on m.id = ${milestoneCited}
    left join initiatives i on i.id = ${initiativeCited}
    left join meeting_series s on s.id = ci.series_id
    left join meetings mt on mt.id = ci.meeting_id
    left join trade_figures tr on tr.id = ci.trade_figure_id
    left join organisations o on o.id = ci.organisation_id
    cross join lateral (select * from (values
      (ci.partnership_cited, 'partnership', 'overview', null, p.title),
      (la.id is not null, 'landmark', 'overview', null, la.event),
      (d.id is not null, 'direction', 'directions', d.code, d.title),
      (g.id is not null, 'agreement', 'agreements', g.code, g.title),
      (ci.initiative_id is not null, 'initiative', 'initiatives', i.code, i.title),
      (ci.milestone_id is not null, 'milestone', 'milestones', m.code, m.title),
      (dc.id is not null, 'due-date-change', 'milestones', m.code, m.title),
      (f.id is not null, 'fact', case when m.id is null then 'initiatives' else 'milestones' end,
        coalesce(m.code, i.code), f.text),
      (v.id is not null, 'value', case when m.id is null then 'initiatives' else 'milestones' end,
        coalesce(m.code, i.code), coalesce(m.title, i.title)),
      (ci.indicator_id is not null, 'indicator', case when i.id is null then 'directions' else 'initiatives' end,
        coalesce(i.code, nd.code), n.title),
      (me.id is not null, 'measurement', case when i.id is null then 'directions' else 'initiatives' end,
        coalesce(i.code, nd.code), n.title),
      (fr.id is not null, 'finance-record', case when i.id is null then 'overview' else 'initiatives' end, i.code, fr.title),
      (s.id is not null, 'series', 'meetings', null, s.name),
      (mt.id is not null, 'meeting', 'meetings', mt.code, mt.title),
      (tr.id is not null, 'trade-figure', 'trade', null, null),
      (c.id is not null, 'contradiction', 'contradictions', c.position::text, c.topic),
      (op.id is not null, 'open-point', 'contradictions', null, op.text),
      (o.id is not null, 'organisation', 'organisations', o.code, o.name)
    ) each_kind (is_it, kind, page, code, title) where is_it) r
    where ci.source_id = ${source}::uuid and i.archived_at is null and m.archived_at is null and g.archived_at is null
      and mt.archived_at is null
    order by array_position(${[...restingKinds]}::text[], r.kind), r.code, tr.starts_on, ci.id limit 500`
}
