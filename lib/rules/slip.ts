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

/** So many milestones whose dates moved by so many days. */
export type SlipCount = { days: number; size: number }

/** The middle of all their days; of an even number of milestones, halfway between the two in the middle. None: null. */
export function medianSlip(counted: readonly SlipCount[]): number | null {
  const sorted = counted.toSorted((a, b) => a.days - b.days)
  const all = sorted.reduce((sum, { size }) => sum + size, 0)
  const daysOf = (place: number) => {
    let before = 0
    return sorted.find(({ size }) => (before += size) > place)?.days
  }
  const [lower, upper] = [daysOf(Math.floor((all - 1) / 2)), daysOf(Math.floor(all / 2))]
  return lower === undefined || upper === undefined ? null : (lower + upper) / 2
}
