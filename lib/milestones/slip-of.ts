import { type Sql, sql } from '#lib/core/database.ts'
import type { Tx } from '#lib/core/transaction.ts'
import type { Due } from '#lib/rules/due-date.ts'
import type { SideCode } from '#lib/rules/milestone-status.ts'
import { type DueDateChange, slipCounted, slipInWorkingDays } from '#lib/rules/slip.ts'

/** How far a date has moved: in calendar days, and in the working days of each side. Null: the side's calendar does not
 *  reach over the whole of it. */
export type Slip = { days: number; working: { side: SideCode; days: number | null }[] }

/** Calendar days by which the date of a milestone, a column of its id, has moved: `slipCounted` of its agreed changes, each of
 *  which was stored with its `changeKind`. */
export const slipDays = (milestone: Sql): Sql => sql`coalesce((
  select sum(c.days)::int from due_date_changes c
  where c.milestone_id = ${milestone} and c.kind = 'moved' and c.state = 'agreed'), 0)`

type Change = { from: Due | null; to: Due | null; state: string }

/** Of the agreed changes. Null: the date never moved. */
export async function slipOfMilestone(
  tx: Tx,
  partnership: string,
  changes: readonly Change[],
): Promise<Slip | null> {
  const agreed = changes.flatMap(({ from, to, state }) =>
    state === 'agreed' && from && to ? [{ from, to }] : [],
  )
  const days = slipCounted(agreed)
  if (days === 0) return null
  const dates = agreed.flatMap(({ from, to }) => [from.on, to.on]).toSorted()
  const calendars = await calendarsOf(tx, partnership, dates[0] ?? '', dates.at(-1) ?? '')
  return {
    days,
    working: calendars.map((calendar) => ({ side: calendar.side, days: workingDays(calendar, agreed) })),
  }
}

type SideCalendar = { side: SideCode; reaches: boolean; holidays: string[]; workingDays: string[] }

function workingDays(calendar: SideCalendar, changes: readonly DueDateChange[]): number | null {
  if (!calendar.reaches) return null
  return slipInWorkingDays(changes, {
    holidays: new Set(calendar.holidays),
    workingDays: new Set(calendar.workingDays),
  })
}

/** In the order of the partnership's title. A calendar is known from the first to the last of its years. */
async function calendarsOf(
  tx: Tx,
  partnership: string,
  first: string,
  last: string,
): Promise<SideCalendar[]> {
  return tx.$queryRaw<SideCalendar[]>`
    select c.code as side,
      coalesce(min(d.day) <= make_date(extract(year from ${first}::date)::int, 12, 31)
        and max(d.day) >= make_date(extract(year from ${last}::date)::int, 1, 1), false) as reaches,
      coalesce(array_agg(d.day::text) filter (where d.kind not in ('working', 'none')), '{}') as holidays,
      coalesce(array_agg(d.day::text) filter (where d.kind = 'working'), '{}') as "workingDays"
    from sides s join countries c on c.id = s.country_id left join calendar_days d on d.country_id = c.id
    where s.partnership_id = ${partnership}::uuid
    group by c.code, s.position order by s.position`
}
