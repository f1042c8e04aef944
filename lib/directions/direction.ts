import { z } from 'zod'
import { keepsPlan } from '#lib/access/roles.ts'
import { dated } from '#lib/core/dated.ts'
import { sql } from '#lib/core/database.ts'
import { together, type Tx } from '#lib/core/transaction.ts'
import { Code } from '#lib/core/fields.ts'
import { contradictionsWhere, type ShownContradiction } from '#lib/facts/contradictions-where.ts'
import type { Language } from '#lib/format/language.ts'
import { indicatorsWhere, type ShownIndicator } from '#lib/indicators/indicators-where.ts'
import { listedInitiatives } from '#lib/initiatives/listed.ts'
import { isOwn } from '#lib/partnerships/audience-of.ts'
import { movedDates } from '#lib/partnerships/moved-dates.ts'
import { partnershipSeen, type SeenPartnership } from '#lib/partnerships/seen.ts'
import { question, type Answer } from '#lib/runner/question.ts'
import { directionOf, partnershipOf } from '#lib/rules/codes.ts'
import type { Due } from '#lib/rules/due-date.ts'
import type { Text } from '#lib/rules/texts.ts'
import { type CitedSource, citedSources } from '#lib/sources/cited.ts'
import { nextDue } from './next-due.ts'
import { groupsOfDirections, rollUp } from './roll-up.ts'

export type DirectionPage = Answer<typeof directionPage>

/** Within a partnership `SC`; alone `UZ-KR-SC`. */
const input = z
  .object({ partnership: Code.optional(), direction: Code })
  .transform(({ partnership, direction }) => ({
    partnership: partnership ?? partnershipOf(direction) ?? '',
    direction: partnership === undefined ? (directionOf(direction) ?? '') : direction,
  }))

/** A direction with every initiative in it, and what was agreed, decided and measured about it. */
export const directionPage = question({
  name: 'directions.direction',
  isKept: true,
  input,
  within: ({ partnership }) => [partnership],
  async about({ tx, input, language }) {
    const partnership = await partnershipSeen(tx, input.partnership, language)
    return partnership && directionSeen(tx, partnership, input.direction, language)
  },
  async answer({ tx, viewer, record: { id, ...direction }, language }) {
    const { partnership } = direction
    const here = sql`i.direction_id = ${id}::uuid`
    const served = sql`i.id in (
      select x.initiative_id from initiative_directions x where x.direction_id = ${id}::uuid)`
    const { groups, ...known } = await together({
      groups: groupsOfDirections(tx, partnership.id, [id]),
      moved: movedDates(tx, partnership.id, id, language),
      initiatives: listedInitiatives(tx, partnership.id, here, language),
      alsoServing: listedInitiatives(tx, partnership.id, served, language),
    })
    const mayCreate = keepsPlan(viewer, partnership.id, 'shared') !== undefined
    return { ...direction, ...known, mayCreate, rolled: rollUp(groups) }
  },
})

export type DirectedAgreement = { code: string; kind: string; title: Text; signed: Due | null; own: boolean }
export type DirectedDecision = {
  code: string
  number: number
  text: Text
  meeting: { code: string; title: Text; held: Due }
  initiative: { code: string; title: Text } | null
  own: boolean
}

type Seen = {
  id: string
  code: string
  isAnchor: boolean
  title: Text
  summary: Text | null
  /** OECD-DAC; none: not stated. */
  sectorCodes: string[]
  /** The latest first, a hundred at most. */
  agreements: DirectedAgreement[]
  decisions: DirectedDecision[]
  /** Of no single initiative. */
  indicators: ShownIndicator[]
  contradictions: ShownContradiction[]
  /** Sums of what has a transaction type, for each currency: 2 commitments, 3 disbursements. */
  sums: { transactionType: '2' | '3'; currency: string; amount: string; records: number }[]
  sources: CitedSource[]
  nextDue: Due | null
}

async function directionSeen(tx: Tx, partnership: SeenPartnership, code: string, language: Language) {
  const [direction] = await tx.$queryRaw<Seen[]>`
    select d.id::text, d.code, d.is_anchor as "isAnchor", text_in(d.title, ${language}) as title,
      text_in(d.summary, ${language}) as summary, d.sector_codes as "sectorCodes",
      coalesce((select json_agg(json_build_object('code', g.code, 'kind', g.kind, 'title', text_in(g.title, ${language}),
          'signed', ${dated(sql`g.signed_on`, sql`g.signed_precision`)}, 'own', ${isOwn(sql`g.audience_id`)})
          order by g.signed_on desc nulls last, g.code)
        from (select g.* from agreement_directions x join agreements g on g.id = x.agreement_id
          where x.direction_id = d.id and g.archived_at is null
          order by g.signed_on desc nulls last, g.code limit 100) g), '[]') as agreements,
      coalesce((select json_agg(json_build_object('code', x.code, 'number', x.number,
          'text', text_in(x.text, ${language}), 'own', ${isOwn(sql`x.audience_id`)},
          'meeting', json_build_object('code', g.code, 'title', text_in(g.title, ${language}),
            'held', ${dated(sql`g.held_on`, sql`g.held_precision`)}),
          'initiative', case when i.id is not null
            then json_build_object('code', i.code, 'title', text_in(i.title, ${language})) end)
          order by g.held_on desc, g.code, x.number)
        from (select x.* from decision_directions l join decisions x on x.id = l.decision_id
          join meetings g on g.id = x.meeting_id and g.archived_at is null
          where l.direction_id = d.id order by g.held_on desc, x.number limit 100) x
        join meetings g on g.id = x.meeting_id
        left join initiatives i on i.id = x.initiative_id and i.archived_at is null), '[]') as decisions,
      ${indicatorsWhere(sql`n.direction_id = d.id and n.initiative_id is null`, language)} as indicators,
      ${contradictionsWhere(
        sql`n.direction_id = d.id and n.initiative_id is null and c.initiative_id is null`,
        language,
      )} as contradictions,
      coalesce((select json_agg(json_build_object('transactionType', s.transaction_type, 'currency', s.currency,
          'amount', s.amount::text, 'records', s.records) order by s.transaction_type, s.amount desc)
        from (select f.transaction_type, f.currency, sum(f.amount) as amount, count(*) as records
          from finance_records f join initiatives i on i.id = f.initiative_id
          where i.direction_id = d.id and i.archived_at is null and f.archived_at is null and f.transaction_type is not null
            and not ${isOwn(sql`f.audience_id`)}
          group by 1, 2) s), '[]') as sums,
      ${citedSources(sql`ci.direction_id = d.id`)} as sources, ${nextDue} as "nextDue"
    from directions d
    where d.partnership_id = ${partnership.id}::uuid and d.code = ${code} and d.archived_at is null`
  return direction && { partnership, ...direction }
}
