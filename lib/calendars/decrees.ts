import { sql } from '#lib/core/database.ts'
import type { Tx } from '#lib/core/transaction.ts'
import type { Language } from '#lib/format/language.ts'
import { type ShownPost, shownPost } from '#lib/people/shown-post.ts'
import type { DecreedKind } from '#lib/rules/decreed-kinds.ts'
import type { PlainDate } from '#lib/rules/due-date.ts'
import type { DecreedDay } from './fields.ts'
import {
  calendarOf,
  movedBetween,
  slippedOver,
  stateIn,
  withDays,
  type CountryCalendar,
  type DayState,
  type MovedDay,
  type MovedMilestone,
} from './moved.ts'

/** A decree with what it moved, as far as the reader sees it. */
export type Decree = {
  id: string
  title: string
  number: string | null
  decidedOn: PlainDate
  publisher: string | null
  url: string
  /** ISO 8601. */
  enteredAt: string
  post: ShownPost | null
  days: DecreedMove[]
  moved: MovedMilestone[]
}

/** The decrees of a country, the last entered first, each with the milestones whose slip in working days it changed: against
 *  the calendar without it, and of the dates that had moved before it was entered. */
export async function decreesOf(tx: Tx, country: string, language: Language): Promise<Decree[]> {
  const decrees = await tx.$queryRaw<Omit<Decree, 'moved'>[]>`
    select d.id::text, d.title, d.number, d.decided_on::text as "decidedOn", d.publisher, d.url,
      to_jsonb(d.entered_at) as "enteredAt",
      (select ${shownPost(sql`e.post_id`, language)} from changes c join events e using (command, audience_id)
        where c.record_id = d.id and c.kind = 'created' limit 1) as post,
      (select json_agg(json_build_object('day', x.day, 'before', x.before, 'after', x.after, 'holiday', x.holiday)
        order by x.day) from decree_days x where x.decree_id = d.id) as days
    from decrees d where d.country_id = ${country}::uuid order by d.entered_at desc, d.id limit 100`
  const calendar = await calendarOf(tx, country)
  const all = decrees.flatMap(({ days }) => days.map(({ day }) => day))
  const slipped = all.length > 0 ? await slippedOver(tx, country, all, language) : []
  return decrees.map((decree) => {
    const known = slipped.map((one) => ({
      ...one,
      changes: one.changes.filter(
        ({ agreedAt }) => agreedAt === null || Date.parse(agreedAt) <= Date.parse(decree.enteredAt),
      ),
    }))
    return { ...decree, moved: movedBetween(known, without(calendar, decree.days), calendar) }
  })
}

/** Where a later decree has moved the day again, this one moves nothing any more. */
const without = (calendar: CountryCalendar, days: readonly MovedDay[]) =>
  withDays(
    calendar,
    days
      .filter(({ day, after }) => stateIn(calendar, day) === after)
      .map(({ day, before }) => ({ day, state: before })),
  )

type DecreedMove = MovedDay & { holiday: string | null }

/** What the days are before and after a decree, in order. */
export function movesOf(calendar: CountryCalendar, decreed: readonly DecreedDay[]): DecreedMove[] {
  return decreed
    .map(({ day, kind, holiday }) => ({
      day,
      before: stateIn(calendar, day),
      after: stateOf[kind],
      holiday: holiday === '' ? null : holiday,
    }))
    .toSorted((a, b) => (a.day < b.day ? -1 : 1))
}

/** What a decree that is not saved yet would move. */
export async function movedIfDecreed(
  tx: Tx,
  country: string,
  decreed: readonly DecreedDay[],
  language: Language,
): Promise<{ days: DecreedMove[]; moved: MovedMilestone[] }> {
  const calendar = await calendarOf(tx, country)
  const days = movesOf(calendar, decreed)
  const named = days.map(({ day }) => day)
  const slipped = await slippedOver(tx, country, named, language)
  const after = withDays(
    calendar,
    days.map(({ day, after: state }) => ({ day, state })),
  )
  return { days, moved: movedBetween(slipped, calendar, after) }
}

const stateOf: Record<DecreedKind, DayState> = {
  holiday: 'off',
  substitute: 'off',
  additional: 'off',
  working: 'working',
  none: 'ordinary',
}
