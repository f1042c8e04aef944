import { z } from 'zod'
import { Code } from '#lib/core/fields.ts'
import { sql } from '#lib/core/database.ts'
import { type ShownContradiction, contradictionsWhere } from '#lib/facts/contradictions-where.ts'
import { isOwn } from '#lib/partnerships/audience-of.ts'
import { partnershipSeen } from '#lib/partnerships/seen.ts'
import { type Answer, question } from '#lib/runner/question.ts'
import type { PlainDate } from '#lib/rules/due-date.ts'
import type { SideCode } from '#lib/rules/milestone-status.ts'
import type { Text } from '#lib/rules/texts.ts'
import { type CitedSource, citedSources } from '#lib/sources/cited.ts'

export type TradePage = Answer<typeof tradePage>

/** Trade of one period as one reporter published it. Amounts and percents are decimal strings. */
export type ShownTradeFigure = {
  code: string
  startsOn: PlainDate
  endsOn: PlainDate
  flow: 'turnover' | 'export' | 'import'
  from: SideCode | null
  to: SideCode | null
  value: string | null
  currency: string | null
  /** On the same period a year before, as reported. */
  change: string | null
  /** Of the reporter's whole trade, as reported. */
  share: string | null
  /** As the source calls it: a body's code, or words. */
  reporter: string
  body: { code: string; name: Text; side: SideCode | null } | null
  inferred: boolean
  note: string | null
  own: boolean
  /** What the same reporter published of the same flow in the same period a year before, in the same currency. */
  earlier: { code: string; startsOn: PlainDate; endsOn: PlainDate; value: string; inferred: boolean } | null
  /** Numbers of the contradictions that it is part of. */
  contradictions: number[]
  sources: CitedSource[]
}

/** All trade figures, the latest period first, and where the two sides' statistics or other sources disagree. */
export const tradePage = question({
  name: 'trade-figures.trade',
  input: z.object({ partnership: Code }),
  about: ({ tx, input, language }) => partnershipSeen(tx, input.partnership, language),
  async answer({ tx, record: partnership, language }) {
    const figures = await tx.$queryRaw<ShownTradeFigure[]>`
      select f.code, f.starts_on::text as "startsOn", f.ends_on::text as "endsOn", f.flow, fc.code as from, tc.code as to,
        f.value::text, f.currency, f.change_percent::text as change, f.share_percent::text as share, f.reporter,
        case when o.id is not null
          then json_build_object('code', o.code, 'name', text_in(o.name, ${language}), 'side', oc.code) end as body,
        f.inferred, f.note, ${isOwn(sql`f.audience_id`)} as own,
        -- The day after the period, a year before, and back: so the end of February stays the end of February.
        (select json_build_object('code', e.code, 'startsOn', e.starts_on, 'endsOn', e.ends_on, 'value', e.value::text,
            'inferred', e.inferred)
          from trade_figures e
          where e.partnership_id = f.partnership_id and e.reporter = f.reporter and e.flow = f.flow
            and e.from_country_id is not distinct from f.from_country_id
            and e.to_country_id is not distinct from f.to_country_id and e.currency = f.currency
            and e.starts_on = (f.starts_on - interval '1 year')::date
            and e.ends_on = (f.ends_on + 1 - interval '1 year')::date - 1
          order by e.code desc limit 1) as earlier,
        coalesce((select json_agg(c.position order by c.position) from contradictions c
          where c.trade_figure_id = f.id), '[]') as contradictions,
        ${citedSources(sql`ci.trade_figure_id = f.id`)} as sources
      from trade_figures f
      left join countries fc on fc.id = f.from_country_id left join countries tc on tc.id = f.to_country_id
      left join organisations o on o.code = f.reporter left join countries oc on oc.id = o.country_id
      where f.partnership_id = ${partnership.id}::uuid
      order by f.ends_on desc, f.starts_on desc, f.flow = 'turnover' desc, f.flow, f.code limit 500`
    const [found] = await tx.$queryRaw<[{ contradictions: ShownContradiction[] }]>`
      select ${contradictionsWhere(sql`c.partnership_id = ${partnership.id}::uuid and c.trade_figure_id is not null`, language)}
        as contradictions`
    return { partnership, figures, contradictions: found.contradictions }
  },
})
