import { z } from 'zod'
import { dated } from '#lib/core/dated.ts'
import { sql } from '#lib/core/database.ts'
import { Code } from '#lib/core/fields.ts'
import { rollUp, type RollUp } from '#lib/directions/roll-up.ts'
import { type MeetingSeries, seriesOf } from '#lib/meetings/series.ts'
import { question, type Answer } from '#lib/runner/question.ts'
import type { Due } from '#lib/rules/due-date.ts'
import type { Status, Verdict } from '#lib/rules/milestone-status.ts'
import type { Text } from '#lib/rules/texts.ts'
import { partnershipSeen, type SeenPartnership } from './seen.ts'

export type PartnershipOverview = Answer<typeof partnershipOverview>

type Heading = {
  programme: Text
  starts: Due
  ends: Due
  endsInferred: boolean
  caveats: Text[]
  slips: number[] | null
}
type Row = RollUp & { code: string; isAnchor: boolean; title: Text; initiatives: number }
type Quarter = { direction: string; quarter: string | null; all: number; late: number }
type Trade = {
  startsOn: string
  endsOn: string
  value: string
  currency: string
  change: string
  before: string
  source: string | null
}
export type Waiting = {
  kind: 'report' | 'key' | 'late'
  code: string
  title: Text
  status: Status
  verdicts: Verdict[]
}

/** One partnership at a glance: its directions, when milestones fall due, what waits for the viewer. */
export const partnershipOverview = question({
  name: 'partnerships.overview',
  input: z.object({ partnership: Code }),
  about: ({ tx, input, language }) => partnershipSeen(tx, input.partnership, language),
  async answer({ tx, viewer, record: partnership, language }) {
    const { id } = partnership
    const [heading] = await tx.$queryRaw<Heading[]>`
      select text_in(p.programme, ${language}) as programme, p.ends_inferred as "endsInferred",
        ${dated(sql`p.starts_on`, sql`p.starts_precision`)} as starts,
        ${dated(sql`p.ends_on`, sql`p.ends_precision`)} as ends,
        (select jsonb_agg(text_in(c.text, ${language}) order by c.position) from caveats c
          where c.partnership_id = p.id) as caveats,
        (select jsonb_agg(s.days) from (select sum(c.days)::int as days from due_date_changes c
          where c.partnership_id = p.id and c.kind = 'moved' and c.state = 'agreed' group by c.milestone_id) s) as slips
      from partnerships p where p.id = ${id}::uuid`
    const directions = await tx.$queryRaw<(Row & { rolled: RollUp })[]>`
      select d.code, d.is_anchor as "isAnchor", text_in(d.title, ${language}) as title,
        (select count(*)::int from initiatives i where i.direction_id = d.id and i.archived_at is null) as initiatives,
        ${rollUp(sql`m.direction_id = d.id`)} as rolled
      from directions d where d.partnership_id = ${id}::uuid and d.archived_at is null order by d.position`
    const quarters = await tx.$queryRaw<Quarter[]>`
      select d.code as direction, to_char(m.due_on, 'YYYY"-Q"Q') as quarter, count(*)::int as all,
        count(*) filter (where m.lateness in ('overdue', 'no_evidence'))::int as late
      from milestones_today m join directions d on d.id = m.direction_id
      where m.partnership_id = ${id}::uuid and m.status <> 'cancelled' group by 1, 2`
    const [trade] = await tx.$queryRaw<Trade[]>`
      select f.starts_on::text as "startsOn", f.ends_on::text as "endsOn", f.value::text, f.currency,
        f.change_percent::text as change, g.value::text as before,
        (select s.code from citations c join sources s on s.id = c.source_id where c.trade_figure_id = f.id
          order by c.position limit 1) as source
      from trade_figures f join trade_figures g on g.partnership_id = f.partnership_id and g.flow = f.flow
        and g.reporter = f.reporter and g.starts_on = f.starts_on - interval '1 year'
        and g.ends_on = f.ends_on - interval '1 year' and g.value is not null
      join partnerships p on p.id = f.partnership_id
      where f.partnership_id = ${id}::uuid and f.flow = 'turnover' and f.change_percent is not null
        and f.value is not null and f.ends_on <= p.starts_on
      order by f.ends_on desc limit 1`
    const staff = viewer.held.some((held) => held.partnership === id && held.role === 'staff')
    const bodies = viewer.held.filter((held) => held.partnership === id && held.role === 'official')
    const waiting = await tx.$queryRaw<Waiting[]>`
      select w.kind, m.code, text_in(m.title, ${language}) as title, m.status, verdicts_on(m.id) as verdicts
      from (
        select 'report' as kind, r.milestone_id as id, 1 as rank, r.submitted_at::date as since
        from progress_reports r where r.partnership_id = ${id}::uuid and r.state = 'submitted' and ${staff}
        union all
        select 'key', k.id, 2, k.due_on from milestones_today k
        where k.partnership_id = ${id}::uuid and ${staff} and (k.status in ('claimed', 'disputed')
            or k.status = 'in_progress' and k.percent = 100 and coalesce(k.country_id = ${viewer.country}::uuid, true))
          and ${viewer.side} = any (needed_keys(k.partnership_id, k.audience_id))
          and not exists (select from jsonb_array_elements(verdicts_on(k.id)) v where v ->> 'side' = ${viewer.side})
        union all
        select 'late', l.id, 3, l.due_on from milestones_today l
        where l.organisation_id = any (${bodies.map(({ organisation }) => organisation)}::uuid[])
          and l.partnership_id = ${id}::uuid and l.lateness in ('overdue', 'no_evidence')) w
      join milestones m on m.id = w.id order by w.rank, w.since limit 6`
    const series = await seriesOf(tx, id, language)
    return shown(
      partnership,
      heading,
      directions.map(({ rolled, ...row }) => ({ ...row, ...rolled })),
      quarters,
      trade,
      waiting,
      series,
    )
  },
})

function shown(
  partnership: SeenPartnership,
  heading: Heading | undefined,
  directions: Row[],
  quarters: Quarter[],
  trade: Trade | undefined,
  waiting: Waiting[],
  series: MeetingSeries[],
) {
  return { partnership, heading, directions, quarters, trade: trade ?? null, waiting, series }
}
