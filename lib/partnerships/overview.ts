import { z } from 'zod'
import type { Viewer } from '#lib/access/viewer.ts'
import { changedLately } from '#lib/audit-events/lately.ts'
import { dated } from '#lib/core/dated.ts'
import { sql } from '#lib/core/database.ts'
import { together, type Tx } from '#lib/core/transaction.ts'
import { Code } from '#lib/core/fields.ts'
import { nextDue } from '#lib/directions/next-due.ts'
import {
  groupsOfDirections,
  type Quarter,
  quartersOfDirections,
  rollUp,
  type RollUp,
} from '#lib/directions/roll-up.ts'
import { type FinanceRecord, financeRecordsWhere } from '#lib/finance/records-where.ts'
import type { Language } from '#lib/format/language.ts'
import { seriesOf } from '#lib/meetings/series.ts'
import { question, type Answer } from '#lib/runner/question.ts'
import type { Due, PlainDate } from '#lib/rules/due-date.ts'
import type { Text } from '#lib/rules/texts.ts'
import { type CitedSource, citedSources } from '#lib/sources/cited.ts'
import { movedDates } from './moved-dates.ts'
import { partnershipSeen } from './seen.ts'
import { waitingFor } from './waiting.ts'

export type PartnershipOverview = Answer<typeof partnershipOverview>

/** One partnership at a glance: its directions, when milestones fall due, what waits for the viewer, what changed. */
export const partnershipOverview = question({
  name: 'partnerships.overview',
  isKept: true,
  input: z.object({ partnership: Code }),
  within: ({ partnership }) => [partnership],
  about: ({ tx, input, language }) => partnershipSeen(tx, input.partnership, language),
  async answer({ tx, viewer, record: partnership, language }) {
    const known = await together({
      programme: programmeOf(tx, viewer, partnership.id, language),
      directions: directionsOf(tx, partnership.id, language),
      moved: movedDates(tx, partnership.id, null, language),
      lately: changedLately(tx, partnership.id, language),
      trade: tradeAtTheStart(tx, partnership.id),
      series: seriesOf(tx, partnership.id, language),
    })
    const { isReviewer, ...programme } = known.programme
    const waiting = await waitingFor(tx, viewer, partnership, isReviewer, language)
    return { ...known, partnership, programme, waiting }
  },
})

type Programme = {
  title: Text
  starts: Due
  ends: Due
  endsInferred: boolean
  note: string | null
  /** Dates in the partnership's own history. */
  landmarks: { happened: Due; event: Text; sources: CitedSource[] }[]
  /** Money that no single initiative gets. */
  finance: FinanceRecord[]
  /** What the data does not know. */
  caveats: Text[]
  sources: CitedSource[]
  /** May a report ever wait for this viewer? He is staff, or holds a post that a chain names. */
  isReviewer: boolean
}

async function programmeOf(
  tx: Tx,
  { held }: Viewer,
  partnership: string,
  language: Language,
): Promise<Programme> {
  const staffIn = held.filter(({ role }) => role === 'staff').flatMap((one) => one.partnership ?? [])
  const [programme] = await tx.$queryRaw<[Programme]>`
    select text_in(p.programme, ${language}) as title, ${dated(sql`p.starts_on`, sql`p.starts_precision`)} as starts,
      ${dated(sql`p.ends_on`, sql`p.ends_precision`)} as ends, p.ends_inferred as "endsInferred", p.note,
      coalesce((select json_agg(json_build_object(
          'happened', ${dated(sql`l.happened_on`, sql`l.happened_precision`)}, 'event', text_in(l.event, ${language}),
          'sources', ${citedSources(sql`ci.landmark_id = l.id`)}) order by l.happened_on)
        from landmarks l where l.partnership_id = p.id), '[]') as landmarks,
      ${financeRecordsWhere(sql`f.partnership_id = p.id and f.initiative_id is null`, language)} as finance,
      coalesce((select json_agg(text_in(v.text, ${language}) order by v.position) from caveats v
        where v.partnership_id = p.id), '[]') as caveats,
      ${citedSources(sql`ci.partnership_cited and ci.partnership_id = p.id`)} as sources,
      p.archived_at is null and (p.id = any(${staffIn}::uuid[]) or exists (
        select from acceptance_steps a where a.partnership_id = p.id and a.ended_at is null
          and a.post_id = any(${held.map(({ post }) => post)}::uuid[]))) as "isReviewer"
    from partnerships p where p.id = ${partnership}::uuid`
  return programme
}

export type DirectionRow = {
  code: string
  /** One that is no anchor is left out of what all of them come to. */
  isAnchor: boolean
  title: Text
  initiatives: number
  ownInitiatives: number
  /** Sums of what was committed, for each currency; of shared and public records. None: not stated. */
  committed: { currency: string; amount: string }[]
  nextDue: Due | null
  rolled: RollUp
  quarters: Omit<Quarter, 'key'>[]
}

async function directionsOf(tx: Tx, partnership: string, language: Language) {
  const found = tx.$queryRaw<(Omit<DirectionRow, 'rolled' | 'quarters'> & { id: string })[]>`
    select d.id::text, d.code, d.is_anchor as "isAnchor", text_in(d.title, ${language}) as title,
      coalesce(i.shared, 0)::int as initiatives, coalesce(i.own, 0)::int as "ownInitiatives",
      coalesce((select json_agg(json_build_object('currency', s.currency, 'amount', s.amount::text)
          order by s.amount desc)
        from (select f.currency, sum(f.amount) as amount
          from finance_records f join initiatives x on x.id = f.initiative_id
          where x.direction_id = d.id and x.archived_at is null and f.archived_at is null and f.transaction_type = '2'
            and f.audience_id in (
              select a.id from audiences a where a.partnership_id = ${partnership}::uuid and a.kind <> 'side')
          group by 1) s), '[]') as committed,
      ${nextDue} as "nextDue"
    from directions d
    cross join lateral (
      select sum(t.size) filter (where a.kind <> 'side') as shared, sum(t.size) filter (where a.kind = 'side') as own
      from initiative_tallies t join audiences a on a.id = t.audience_id where t.direction_id = d.id) i
    where d.partnership_id = ${partnership}::uuid and d.archived_at is null
    order by d.position`
  const { rows, groups, quarters } = await together({
    rows: found,
    groups: groupsOfDirections(tx, partnership),
    quarters: quartersOfDirections(tx, partnership),
  })
  const anchors = rows.filter(({ isAnchor }) => isAnchor).map(({ id }) => id)
  return {
    rows: rows.map(({ id, ...row }): DirectionRow => ({
      ...row,
      rolled: rollUp(groups.filter(({ key }) => key === id)),
      quarters: quarters
        .filter(({ key }) => key === id)
        .map(({ quarter, all, late }) => ({ quarter, all, late })),
    })),
    /** All anchors together. */
    anchors: rollUp(groups.filter(({ key }) => anchors.includes(key))),
  }
}

export type TradeThen = {
  code: string
  startsOn: PlainDate
  endsOn: PlainDate
  value: string
  currency: string
  /** As reported, in percent. */
  change: string
  /** The same reporter's figure of the same period a year before. */
  earlier: { value: string } | null
  sources: CitedSource[]
}

/** The trade that the programme began from: the turnover, with its change, that a source of the programme itself names. */
async function tradeAtTheStart(tx: Tx, partnership: string): Promise<TradeThen | null> {
  const [figure] = await tx.$queryRaw<TradeThen[]>`
    select f.code, f.starts_on::text as "startsOn", f.ends_on::text as "endsOn", f.value::text, f.currency,
      f.change_percent::text as change,
      (select json_build_object('value', e.value::text) from trade_figures e
        where e.partnership_id = f.partnership_id and e.reporter = f.reporter and e.flow = f.flow
          and e.currency = f.currency and e.from_country_id is not distinct from f.from_country_id
          and e.starts_on = (f.starts_on - interval '1 year')::date
          and e.ends_on = (f.ends_on + 1 - interval '1 year')::date - 1
        order by e.code desc limit 1) as earlier,
      ${citedSources(sql`ci.trade_figure_id = f.id`)} as sources
    from trade_figures f
    where f.partnership_id = ${partnership}::uuid and f.flow = 'turnover' and f.value is not null
      and f.change_percent is not null
      and exists (select from citations said join citations cited on cited.source_id = said.source_id
        where said.trade_figure_id = f.id and cited.partnership_id = f.partnership_id and cited.partnership_cited)
    order by f.ends_on desc, f.code limit 1`
  return figure ?? null
}
