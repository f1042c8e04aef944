/** How far a due date has moved, in calendar days: PRODUCT.md, rule 6. */
import { changeKind, daysBetween, type Due } from './due-date.ts'
import { workingDaysBetween, type WorkingCalendar } from './working-days.ts'

export type DueDateChange = { from: Due; to: Due }

/** Current minus first: always the sum of the days of all changes, whatever their kind. */
export function slipOf(first: Due, current: Due): number {
  return daysBetween(first.on, current.on)
}

/** The days of the changes that moved the date. A vague date made precise, or a precise one made vague, is no slip. */
export function slipCounted(changes: readonly DueDateChange[]): number {
  return movedOf(changes).reduce((days, { from, to }) => days + slipOf(from, to), 0)
}

/** The same in working days of one calendar. */
export function slipInWorkingDays(changes: readonly DueDateChange[], calendar: WorkingCalendar): number {
  return movedOf(changes).reduce(
    (days, { from, to }) => days + workingDaysBetween(from.on, to.on, calendar),
    0,
  )
}

const movedOf = (changes: readonly DueDateChange[]) =>
  changes.filter(({ from, to }) => changeKind(from, to) === 'moved')

/** The middle of the values; of an even number, halfway between the two in the middle. None: null. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.floor((sorted.length - 1) / 2)]
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2
}
