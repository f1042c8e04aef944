import { z } from 'zod'
import { Code } from '#lib/core/fields.ts'
import { dated } from '#lib/core/dated.ts'
import { given, type Sql, sql } from '#lib/core/database.ts'
import type { Tx } from '#lib/core/transaction.ts'
import type { Language } from '#lib/format/language.ts'
import { isOwn } from '#lib/partnerships/audience-of.ts'
import { partnershipSeen } from '#lib/partnerships/seen.ts'
import { type Answer, question } from '#lib/runner/question.ts'
import type { Due, PlainDate } from '#lib/rules/due-date.ts'
import type { Text } from '#lib/rules/texts.ts'
import { seriesOf } from './series.ts'
import { decisionState, shownDecision, type ShownDecision } from './shown-decision.ts'

export type MeetingList = Answer<typeof meetingList>

const pageSize = 100

/** The meetings of a partnership: those that are planned, the next first; then those that were held, the last first, a
 *  hundred a page, from the one `after` which the page begins. With the series, the decisions whose date has passed, and
 *  those that no initiative came of: mandates without a milestone. */
export const meetingList = question({
  name: 'meetings.list',
  input: z.object({
    partnership: Code,
    year: z
      .string()
      .regex(/^\d{4}$/)
      .optional()
      .catch(undefined),
    after: Code.optional().catch(undefined),
  }),
  about: ({ tx, input, language }) => partnershipSeen(tx, input.partnership, language),
  async answer({ tx, record: partnership, input: { year, after }, language }) {
    const held = await listed(tx, partnership.id, { status: 'held', year, after }, language)
    const isFirst = year === undefined && after === undefined
    return {
      partnership,
      filter: { year },
      planned: isFirst ? await listed(tx, partnership.id, { status: 'planned' }, language) : [],
      held: held.slice(0, pageSize),
      isContinued: after !== undefined,
      next: held.length > pageSize ? (held[pageSize - 1]?.code ?? null) : null,
      series: isFirst ? await seriesOf(tx, partnership.id, language) : [],
      past: isFirst ? await loose(tx, partnership.id, sql`${decisionState} = 'past'`, language) : [],
      withoutInitiative: isFirst
        ? await loose(tx, partnership.id, sql`x.initiative_id is null`, language)
        : [],
      ...(await sizes(tx, partnership.id)),
    }
  },
})

export type ListedMeeting = {
  code: string
  kind: string
  title: Text
  status: 'planned' | 'held'
  held: Due
  endsOn: PlainDate | null
  /** Planned for a date that is over: nobody reported that it was held. */
  isPast: boolean
  place: string | null
  mode: string | null
  series: Text | null
  inferred: boolean
  own: boolean
  decisions: number
}

type Which = { status: 'planned' | 'held'; year?: string | undefined; after?: string | undefined }

function listed(tx: Tx, partnership: string, { status, year, after }: Which, language: Language) {
  const order = status === 'planned' ? sql`g.held_on, g.code` : sql`g.held_on desc, g.code desc`
  return tx.$queryRaw<ListedMeeting[]>`
    select g.code, g.kind, text_in(g.title, ${language}) as title, g.status,
      ${dated(sql`g.held_on`, sql`g.held_precision`)} as held, g.ends_on::text as "endsOn",
      g.status = 'planned' and coalesce(g.ends_on, g.held_on) < today_at(g.partnership_id, null) as "isPast",
      g.place, g.mode, text_in(s.name, ${language}) as series, g.inferred, ${isOwn(sql`g.audience_id`)} as own,
      (select count(*)::int from decisions x where x.meeting_id = g.id and not ${isOwn(sql`x.audience_id`)}) as decisions
    from meetings g left join meeting_series s on s.id = g.series_id
    where g.partnership_id = ${partnership}::uuid and g.archived_at is null and g.status = ${status}
      ${given(
        year,
        (one) => sql`and g.held_on between
        make_date(${Number(one)}::int, 1, 1) and make_date(${Number(one)}::int, 12, 31)`,
      )}
      ${given(
        after,
        (code) => sql`and (g.held_on, g.code) <
        (select l.held_on, l.code from meetings l where l.code = ${code})`,
      )}
    order by ${order} limit ${pageSize + 1}`
}

export type LooseDecision = ShownDecision & { meeting: { code: string; title: Text; held: Due } }

/** Decisions with the meeting that took each. `which`: a condition on the decision `x`. */
async function loose(tx: Tx, partnership: string, which: Sql, language: Language): Promise<LooseDecision[]> {
  const found = await tx.$queryRaw<{ decision: ShownDecision; meeting: LooseDecision['meeting'] }[]>`
    select ${shownDecision(language)} as decision, json_build_object('code', g.code,
      'title', text_in(g.title, ${language}), 'held', ${dated(sql`g.held_on`, sql`g.held_precision`)}) as meeting
    from decisions x join meetings g on g.id = x.meeting_id left join initiatives i on i.id = x.initiative_id
    where x.partnership_id = ${partnership}::uuid and ${which} and g.archived_at is null
    order by g.held_on desc, g.code desc, x.number limit 200`
  return found.map(({ decision, meeting }) => ({ ...decision, meeting }))
}

async function sizes(tx: Tx, partnership: string) {
  const [size] = await tx.$queryRaw<
    [
      {
        /** Meetings by year in which they were held. */
        years: { year: string; size: number }[]
        size: { meetings: number; own: number; decisions: number; past: number; loose: number }
      },
    ]
  >`
    select
      (select coalesce(json_agg(json_build_object('year', y.year, 'size', y.size) order by y.year desc), '[]')
        from (select to_char(g.held_on, 'YYYY') as year, count(*) as size from meetings g
          where g.partnership_id = ${partnership}::uuid and g.archived_at is null and g.status = 'held'
          group by 1) y) as years,
      (select json_build_object(
          'meetings', (select count(*) from meetings g where g.partnership_id = ${partnership}::uuid
            and g.archived_at is null and not ${isOwn(sql`g.audience_id`)}),
          'own', (select count(*) from meetings g where g.partnership_id = ${partnership}::uuid
            and g.archived_at is null and ${isOwn(sql`g.audience_id`)}),
          'decisions', count(*), 'past', count(*) filter (where x.state = 'past'),
          'loose', count(*) filter (where x.loose))
        from (select ${decisionState} as state, x.initiative_id is null as loose
          from decisions x join meetings g on g.id = x.meeting_id left join initiatives i on i.id = x.initiative_id
          where x.partnership_id = ${partnership}::uuid and g.archived_at is null
            and not ${isOwn(sql`x.audience_id`)}) x) as size`
  return size
}
