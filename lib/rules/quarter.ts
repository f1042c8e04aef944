/** Quarters of the calendar, as an address names them. */
import { intervalOf, lastDayOf, partsOf, type PlainDate } from './due-date.ts'

/** `2026-Q3`, of the years that have dates. Compares as text. */
export type CalendarQuarter = string

export const isQuarter = (text: string) => /^(?!0000)\d{4}-Q[1-4]$/.test(text)

export function quarterOf(day: PlainDate): CalendarQuarter {
  const { year, month } = partsOf(day)
  return `${String(year).padStart(4, '0')}-Q${Math.ceil(month / 3)}`
}

/** Its first and its last day. */
export function daysOf(quarter: CalendarQuarter): { from: PlainDate; to: PlainDate } {
  const lastMonth = String(Number(quarter.slice(-1)) * 3).padStart(2, '0')
  const on = lastDayOf(`${quarter.slice(0, 4)}-${lastMonth}`, 'quarter')
  return intervalOf({ on, precision: 'quarter' })
}

/** So many quarters later; earlier, if there are fewer than none. */
export function quarterAfter(quarter: CalendarQuarter, count: number): CalendarQuarter {
  const number = Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(-1)) - 1 + count
  return `${String(Math.floor(number / 4)).padStart(4, '0')}-Q${(number % 4) + 1}`
}

/** From the one to the other, both inside; at most so many. */
export function quartersBetween(
  first: CalendarQuarter,
  last: CalendarQuarter,
  most: number,
): CalendarQuarter[] {
  return Array.from({ length: most }, (_, n) => quarterAfter(first, n)).filter((quarter) => quarter <= last)
}

/** The days of quarters as an address has them: `2026-Q3`, `2026-Q1..2026-Q3`, `..2026-Q3`, `2026-Q3..`; `none`: what has no
 *  day. Null where there is no end; undefined: they are not written so. */
export function readQuarters(
  text: string,
): { from: PlainDate | null; to: PlainDate | null } | 'none' | undefined {
  if (text === 'none') return text
  const [first = '', last = first, ...more] = text.split('..')
  const named = [first, last].filter((end) => end !== '')
  if (more.length > 0 || named.length === 0 || !named.every(isQuarter)) return undefined
  return { from: first === '' ? null : daysOf(first).from, to: last === '' ? null : daysOf(last).to }
}
