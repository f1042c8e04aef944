/** Dates without a clock, as vague as they were announced: PRODUCT.md, rule 7. Days are counted on the proleptic
 *  Gregorian calendar in whole numbers, so that no time zone of a machine ever shifts one. */

/** `YYYY-MM-DD`, years 0001 to 9999. Compares as text. */
export type PlainDate = string

export const precisions = ['day', 'month', 'quarter', 'half', 'year'] as const
export type Precision = (typeof precisions)[number]

/** `on`: the last day of the interval that was announced. */
export type Due = { on: PlainDate; precision: Precision }

export function isPlainDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const { year, month, day } = partsOf(text)
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
}

/** The last day of what was announced. `on` may be partial (`2026`, `2026-06`) or any day inside the interval; a part
 *  that is missing is read as the latest possible. Throws RangeError when it is no date. */
export function lastDayOf(on: string, precision: Precision): PlainDate {
  const [, years, months, days] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(on) ?? []
  const year = Number(years)
  const month = Number(months ?? 12)
  const date = written(year, month, Number(days ?? daysIn(year, month)))
  if (!isPlainDate(date)) throw new RangeError(`no date: ${on}`)
  if (precision === 'day') return date
  const last = lastMonthOf(month, precision)
  return written(year, last, daysIn(year, last))
}

/** First and last day of what was announced, both inside. */
export function intervalOf({ on, precision }: Due): { from: PlainDate; to: PlainDate } {
  if (precision === 'day') return { from: on, to: on }
  const { year, month } = partsOf(on)
  return {
    from: written(year, lastMonthOf(month, precision) - monthsIn[precision] + 1, 1),
    to: lastDayOf(on, precision),
  }
}

/** A change is *refined* when the new interval lies inside the former one, *restated* when it contains it, else
 *  *moved*. Only a moved date is slip. */
export function changeKind(oldDue: Due, newDue: Due): 'moved' | 'refined' | 'restated' {
  const before = intervalOf(oldDue)
  const after = intervalOf(newDue)
  if (before.from <= after.from && after.to <= before.to) return 'refined'
  return after.from <= before.from && before.to <= after.to ? 'restated' : 'moved'
}

/** Days from `a` to `b`, negative when `b` is earlier. */
export function daysBetween(a: PlainDate, b: PlainDate): number {
  return dayNumber(b) - dayNumber(a)
}

export function addDays(date: PlainDate, days: number): PlainDate {
  return dateOf(dayNumber(date) + days)
}

/** 1 Monday … 7 Sunday, as ISO 8601 counts. */
export function weekdayOf(date: PlainDate): number {
  // Day 0 of the count, 1970-01-01, was a Thursday.
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1
}

export function partsOf(date: PlainDate): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) }
}

/** The date that a calendar on the wall shows there at that moment. `timeZone`: IANA name, such as `Asia/Tashkent`;
 *  throws RangeError when it is unknown. */
export function todayIn(timeZone: string, now: Date): PlainDate {
  const parts = calendarIn(timeZone).formatToParts(now)
  const part = (type: string) => Number(parts.find((found) => found.type === type)?.value)
  return written(part('year'), part('month'), part('day'))
}

/** The latest date that has begun in all these places: for a joint milestone, *today* of the westernmost side. */
export function todayInAll(timeZones: readonly string[], now: Date): PlainDate {
  const [first, ...others] = timeZones.map((timeZone) => todayIn(timeZone, now))
  if (first === undefined) throw new RangeError('no time zone')
  return others.reduce((earliest, today) => (today < earliest ? today : earliest), first)
}

const monthsIn = { month: 1, quarter: 3, half: 6, year: 12 } as const

function lastMonthOf(month: number, precision: keyof typeof monthsIn): number {
  return Math.ceil(month / monthsIn[precision]) * monthsIn[precision]
}

function daysIn(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

/** Days since 1970-01-01. The year begins in March, so that the leap day is its last: days_from_civil of
 *  https://howardhinnant.github.io/date_algorithms.html */
function dayNumber(date: PlainDate): number {
  const { year, month, day } = partsOf(date)
  const marchYear = month > 2 ? year : year - 1
  const marchMonth = month > 2 ? month - 3 : month + 9
  const leaps = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400)
  return marchYear * 365 + leaps + Math.floor((153 * marchMonth + 2) / 5) + day - 1 - 719_468
}

/** The inverse of `dayNumber`: civil_from_days of the same page. */
function dateOf(days: number): PlainDate {
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  const year = yearOfEra + era * 400 + (month > 2 ? 0 : 1)
  return written(year, month, dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1)
}

function written(year: number, month: number, day: number): PlainDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

// Making one costs more than asking it a thousand times, and a board asks for each card.
const calendars = new Map<string, Intl.DateTimeFormat>()

function calendarIn(timeZone: string): Intl.DateTimeFormat {
  const kept = calendars.get(timeZone)
  if (kept) return kept
  const calendar = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  calendars.set(timeZone, calendar)
  return calendar
}
