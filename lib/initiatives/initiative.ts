import { z } from 'zod'
import { keepsPlan } from '#lib/access/roles.ts'
import { historyOf } from '#lib/audit-events/history.ts'
import { dated } from '#lib/core/dated.ts'
import { given, sql } from '#lib/core/database.ts'
import { together, type Tx } from '#lib/core/transaction.ts'
import { Code } from '#lib/core/fields.ts'
import { contradictionsWhere, type ShownContradiction } from '#lib/facts/contradictions-where.ts'
import { type FinanceRecord, financeRecordsWhere } from '#lib/finance/records-where.ts'
import type { Language } from '#lib/format/language.ts'
import { indicatorsWhere, type ShownIndicator } from '#lib/indicators/indicators-where.ts'
import { audienceOf } from '#lib/partnerships/audience-of.ts'
import { question, type Answer } from '#lib/runner/question.ts'
import { partnershipOf } from '#lib/rules/codes.ts'
import type { Due } from '#lib/rules/due-date.ts'
import type { Stage, Standing } from '#lib/rules/initiative.ts'
import type { Lateness } from '#lib/rules/lateness.ts'
import type { SideCode, Status, Verdict } from '#lib/rules/milestone-status.ts'
import type { Text } from '#lib/rules/texts.ts'
import type { PartnershipAudience } from '#lib/rules/visibility.ts'
import { type CitedSource, citedSources } from '#lib/sources/cited.ts'
import type { ReportedAmount } from './listed.ts'
import { slipDays } from '#lib/milestones/slip-of.ts'
import { verdictsOn } from '#lib/milestones/verdicts-on.ts'

export type InitiativePage = Answer<typeof initiativePage>

/** An initiative with all that hangs on it. */
export const initiativePage = question({
  name: 'initiatives.initiative',
  isKept: true,
  input: z.object({ partnership: Code.optional(), initiative: Code }),
  within: ({ initiative }) => [partnershipOf(initiative) ?? ''],
  about: ({ tx, input, language }) => initiativeSeen(tx, input, language),
  async answer({ tx, viewer, record: { id, partnershipId, ...initiative }, language }) {
    const { kind } = initiative.audience
    const inIt = sql`select m.id from milestones m where m.initiative_id = ${id}::uuid`
    const { reported, ...known } = await together({
      milestones: milestonesOf(tx, id, language),
      reported: reportedOf(tx, id, language),
      history: historyOf(tx, id, inIt, language),
    })
    return {
      ...initiative,
      mayKeep: keepsPlan(viewer, partnershipId, kind) !== undefined,
      mayAdd: keepsPlan(viewer, partnershipId, kind === 'side' ? 'side' : 'shared') !== undefined,
      ...known,
      ...reported,
    }
  },
})

type Seen = {
  id: string
  code: string
  partnership: string
  partnershipId: string
  /** In the order of the partnership's title. */
  sides: SideCode[]
  direction: { code: string; title: Text }
  /** Others that it serves. */
  alsoServes: { code: string; title: Text }[]
  title: Text
  description: Text | null
  standing: Standing
  standingOn: Due | null
  standingInferred: boolean
  /** None: not stated. */
  stages: Stage[]
  stagesInferred: boolean
  /** ISO 3166-2; none: not stated. */
  regions: string[]
  location: string | null
  starts: Due | null
  ends: Due | null
  /** The period in the source's own words. */
  periodStated: string | null
  inferred: boolean
  note: string | null
  audience: PartnershipAudience
  /** Who leads it or takes part; `sides`: for which it leads. */
  bodies: {
    code: string
    name: Text
    country: SideCode | null
    role: 'lead' | 'partner'
    sides: SideCode[]
  }[]
  agreements: { code: string; kind: string; title: Text; signed: Due | null }[]
  decisions: { code: string; number: number; text: Text; meeting: { code: string; title: Text; held: Due } }[]
  sources: CitedSource[]
}

async function initiativeSeen(
  tx: Tx,
  asked: { partnership?: string | undefined; initiative: string },
  language: Language,
): Promise<Seen | undefined> {
  const [initiative] = await tx.$queryRaw<Seen[]>`
    select i.id::text, i.code, p.code as partnership, p.id::text as "partnershipId",
      (select json_agg(c.code order by s.position) from sides s join countries c on c.id = s.country_id
        where s.partnership_id = p.id) as sides,
      json_build_object('code', d.code, 'title', text_in(d.title, ${language})) as direction,
      coalesce((select json_agg(json_build_object('code', o.code, 'title', text_in(o.title, ${language})) order by o.position)
        from initiative_directions x join directions o on o.id = x.direction_id
        where x.initiative_id = i.id), '[]') as "alsoServes",
      text_in(i.title, ${language}) as title, text_in(i.description, ${language}) as description, i.standing,
      ${dated(sql`i.standing_on`, sql`i.standing_precision`)} as "standingOn",
      i.standing_inferred as "standingInferred", i.stages, i.stages_inferred as "stagesInferred", i.regions, i.location,
      ${dated(sql`i.starts_on`, sql`i.starts_precision`)} as starts,
      ${dated(sql`i.ends_on`, sql`i.ends_precision`)} as ends, i.period_stated as "periodStated", i.inferred, i.note,
      ${audienceOf(sql`i.audience_id`)} as audience,
      coalesce((select json_agg(json_build_object('code', o.code, 'name', text_in(o.name, ${language}),
          'country', oc.code, 'role', b.role, 'sides', b.sides) order by b.role, b.first, o.code)
        from (select b.organisation_id, b.role, min(coalesce(s.position, 3) * 100 + b.position) as first,
            coalesce(json_agg(c.code order by s.position) filter (where c.id is not null), '[]') as sides
          from initiative_bodies b left join countries c on c.id = b.country_id
          left join sides s on s.country_id = b.country_id and s.partnership_id = i.partnership_id
          where b.initiative_id = i.id group by 1, 2) b
        join organisations o on o.id = b.organisation_id left join countries oc on oc.id = o.country_id), '[]') as bodies,
      coalesce((select json_agg(json_build_object('code', g.code, 'kind', g.kind, 'title', text_in(g.title, ${language}),
          'signed', ${dated(sql`g.signed_on`, sql`g.signed_precision`)}) order by g.signed_on, g.code)
        from initiative_agreements l join agreements g on g.id = l.agreement_id
        where l.initiative_id = i.id and g.archived_at is null), '[]') as agreements,
      coalesce((select json_agg(json_build_object('code', x.code, 'number', x.number, 'text', text_in(x.text, ${language}),
          'meeting', json_build_object('code', g.code, 'title', text_in(g.title, ${language}),
            'held', ${dated(sql`g.held_on`, sql`g.held_precision`)})) order by g.held_on, x.number)
        from decisions x join meetings g on g.id = x.meeting_id
        where x.initiative_id = i.id and g.archived_at is null), '[]') as decisions,
      ${citedSources(sql`ci.initiative_id = i.id`)} as sources
    from initiatives i join partnerships p on p.id = i.partnership_id join directions d on d.id = i.direction_id
    where i.id = initiative_coded(${asked.initiative}) and i.archived_at is null
      ${given(asked.partnership, (code) => sql`and p.code = ${code}`)}`
  return initiative
}

export type InitiativeMilestone = {
  code: string
  title: Text
  status: Status
  standing: Verdict[]
  /** Whose keys the mark shows: both sides', or the own side's alone. */
  sides: SideCode[]
  /** The last accepted one; null: unknown. */
  percent: number | null
  weight: number
  weightInferred: boolean
  due: Due | null
  first: Due | null
  completed: Due | null
  /** Calendar days, of the agreed changes that moved the date. */
  slip: number
  lateness: Lateness
  organisation: { code: string; name: Text; side: SideCode | null } | null
  /** Is it the viewer's own side's alone? */
  own: boolean
}

const most = 500

function milestonesOf(tx: Tx, initiative: string, language: Language): Promise<InitiativeMilestone[]> {
  return tx.$queryRaw<InitiativeMilestone[]>`
    select m.code, text_in(m.title, ${language}) as title, m.status, ${verdictsOn(sql`m.id`)} as standing,
      case when a.kind = 'side' then json_build_array(ac.code) else (
        select json_agg(c.code order by s.position) from sides s join countries c on c.id = s.country_id
        where s.partnership_id = m.partnership_id) end as sides,
      m.percent, m.weight, m.weight_inferred as "weightInferred",
      ${dated(sql`m.due_on`, sql`m.due_precision`)} as due, ${dated(sql`m.baseline_on`, sql`m.baseline_precision`)} as first,
      ${dated(sql`m.completed_on`, sql`m.completed_precision`)} as completed,
      ${slipDays(sql`m.id`)} as slip, m.lateness,
      case when o.id is not null
        then json_build_object('code', o.code, 'name', text_in(o.name, ${language}), 'side', oc.code) end as organisation,
      a.kind = 'side' as own
    from milestones_today m join audiences a on a.id = m.audience_id left join countries ac on ac.id = a.country_id
    left join organisations o on o.id = m.organisation_id left join countries oc on oc.id = o.country_id
    where m.initiative_id = ${initiative}::uuid
    order by m.code collate "C" limit ${most}`
}

type Reported = {
  /** What sources say that it is worth; at most one counts. */
  values: (ReportedAmount & { reported: Due | null; counts: boolean; sources: CitedSource[] })[]
  finance: FinanceRecord[]
  indicators: ShownIndicator[]
  /** The latest first. */
  facts: {
    reported: Due
    kind: string
    text: Text
    inferred: boolean
    note: string | null
    /** Of one of its milestones. */
    milestone: { code: string; title: Text } | null
    sources: CitedSource[]
  }[]
  /** `state`: in the source's own words. */
  openPoints: {
    text: Text
    status: 'open' | 'eased' | 'resolved'
    state: string | null
    sources: CitedSource[]
  }[]
  contradictions: ShownContradiction[]
}

async function reportedOf(tx: Tx, initiative: string, language: Language): Promise<Reported> {
  const id = sql`${initiative}::uuid`
  const [reported] = await tx.$queryRaw<[Reported]>`
    select coalesce((select json_agg(json_build_object('amount', v.amount::text, 'currency', v.currency, 'kind', v.kind,
          'qualifier', v.qualifier, 'reported', ${dated(sql`v.reported_on`, sql`v.reported_precision`)},
          'counts', v.counts, 'sources', ${citedSources(sql`ci.value_id = v.id`)}) order by v.counts desc, v.position)
        from reported_values v where v.initiative_id = ${id} and v.about = 'value'), '[]') as values,
      ${financeRecordsWhere(sql`f.initiative_id = ${id}`, language)} as finance,
      ${indicatorsWhere(sql`n.initiative_id = ${id}`, language)} as indicators,
      coalesce((select json_agg(json_build_object(
          'reported', ${dated(sql`f.reported_on`, sql`f.reported_precision`)}, 'kind', f.kind,
          'text', text_in(f.text, ${language}), 'inferred', f.inferred, 'note', f.note,
          'milestone', case when m.id is not null
            then json_build_object('code', m.code, 'title', text_in(m.title, ${language})) end,
          'sources', ${citedSources(sql`ci.fact_id = f.id`)}) order by f.reported_on desc, f.id)
        from reported_facts f left join milestones m on m.id = f.milestone_id
        where f.initiative_id = ${id}
          or f.milestone_id in (select o.id from milestones o where o.initiative_id = ${id})), '[]') as facts,
      coalesce((select json_agg(json_build_object('text', text_in(o.text, ${language}), 'status', o.status,
          'state', o.state, 'sources', ${citedSources(sql`ci.open_point_id = o.id`)}) order by o.position)
        from open_points o where o.initiative_id = ${id}), '[]') as "openPoints",
      ${contradictionsWhere(sql`coalesce(c.initiative_id, n.initiative_id) = ${id}`, language)} as contradictions`
  return reported
}
