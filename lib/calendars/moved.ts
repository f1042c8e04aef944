import { dated } from '#lib/core/dated.ts'
import { sql } from '#lib/core/database.ts'
import type { Tx } from '#lib/core/transaction.ts'
import type { Language } from '#lib/format/language.ts'
import type { Due, PlainDate } from '#lib/rules/due-date.ts'
import { type DueDateChange, slipInWorkingDays } from '#lib/rules/slip.ts'
import type { Text } from '#lib/rules/texts.ts'
import type { WorkingCalendar } from '#lib/rules/working-days.ts'

/** What a day is in a calendar: off, worked though it is a day of rest, or as its weekday has it. */
export type DayState = 'off' | 'working' | 'ordinary'
export type MovedDay = { day: PlainDate; before: DayState; after: DayState }

/** A milestone whose slip in working days of the country is another one under another calendar. */
export type MovedMilestone = {
  code: string
  partnership: string
  title: Text
  due: Due | null
  /** Working days of the country that its date has moved. */
  before: number
  after: number
}

export type CountryCalendar = WorkingCalendar & { firstYear: string; lastYear: string }

export async function calendarOf(tx: Tx, country: string): Promise<CountryCalendar> {
  const days = await tx.$queryRaw<{ day: PlainDate; kind: string }[]>`
    select day::text, kind from calendar_days where country_id = ${country}::uuid order by day`
  const of = (isOfKind: (kind: string) => boolean) =>
    new Set(days.filter(({ kind }) => isOfKind(kind)).map(({ day }) => day))
  return {
    holidays: of((kind) => kind !== 'working' && kind !== 'none'),
    workingDays: of((kind) => kind === 'working'),
    firstYear: days[0]?.day.slice(0, 4) ?? '9999',
    lastYear: days.at(-1)?.day.slice(0, 4) ?? '0000',
  }
}

export function stateIn({ holidays, workingDays }: WorkingCalendar, day: PlainDate): DayState {
  return workingDays.has(day) ? 'working' : holidays.has(day) ? 'off' : 'ordinary'
}

/** The calendar in which these days are as said. */
export function withDays(
  calendar: CountryCalendar,
  days: readonly { day: PlainDate; state: DayState }[],
): CountryCalendar {
  const named = new Set(days.map(({ day }) => day))
  const years = days.filter(({ state }) => state !== 'ordinary').map(({ day }) => day.slice(0, 4))
  const those = (state: DayState) => days.filter((one) => one.state === state).map(({ day }) => day)
  return {
    holidays: new Set([...calendar.holidays].filter((day) => !named.has(day)).concat(those('off'))),
    workingDays: new Set([...calendar.workingDays].filter((day) => !named.has(day)).concat(those('working'))),
    firstYear: years.reduce((first, year) => (year < first ? year : first), calendar.firstYear),
    lastYear: years.reduce((last, year) => (year > last ? year : last), calendar.lastYear),
  }
}

/** A milestone with the agreed changes of its date. `agreedAt`: ISO 8601; null: before Langar. */
export type Slipped = Omit<MovedMilestone, 'before' | 'after'> & {
  changes: (DueDateChange & { agreedAt: string | null })[]
}

const most = 2000

/** In the partnerships of the country, as far as the viewer sees: milestones whose date has moved over one of these days. */
export function slippedOver(
  tx: Tx,
  country: string,
  days: readonly PlainDate[],
  language: Language,
): Promise<Slipped[]> {
  // Begins with the changes: most milestones never moved.
  return tx.$queryRaw<Slipped[]>`
    with agreed as materialized (
      select c.* from sides s join due_date_changes c on c.partnership_id = s.partnership_id
      where s.country_id = ${country}::uuid and c.state = 'agreed' and c.from_on is not null and c.to_on is not null)
    select m.code, p.code as partnership, text_in(m.title, ${language}) as title,
      ${dated(sql`m.due_on`, sql`m.due_precision`)} as due, changes.list as changes
    from (
      select c.milestone_id, json_agg(json_build_object('from', ${dated(sql`c.from_on`, sql`c.from_precision`)},
          'to', ${dated(sql`c.to_on`, sql`c.to_precision`)}, 'agreedAt', c.agreed_at) order by c.position) as list
      from agreed c
      group by c.milestone_id having bool_or(exists (select from unnest(${[...days]}::text[]) d
        where d::date > least(c.from_on, c.to_on) and d::date <= greatest(c.from_on, c.to_on)))) changes
    join milestones m on m.id = changes.milestone_id and m.archived_at is null
    join partnerships p on p.id = m.partnership_id
    order by m.due_on nulls last, m.code limit ${most}`
}

/** Which of them have another slip under the one calendar than under the other. Where a calendar does not reach over all of
 *  a milestone's changes its working days are unknown, and stay so. */
export function movedBetween(
  slipped: readonly Slipped[],
  before: CountryCalendar,
  after: CountryCalendar,
): MovedMilestone[] {
  return slipped.flatMap(({ changes, ...milestone }) => {
    if (!reaches(after, changes)) return []
    const days = { before: slipInWorkingDays(changes, before), after: slipInWorkingDays(changes, after) }
    return days.before === days.after ? [] : [{ ...milestone, ...days }]
  })
}

function reaches({ firstYear, lastYear }: CountryCalendar, changes: readonly DueDateChange[]): boolean {
  const years = changes.flatMap(({ from, to }) => [from.on.slice(0, 4), to.on.slice(0, 4)])
  return years.every((year) => firstYear <= year && year <= lastYear)
}
