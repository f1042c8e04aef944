/** Working days come from each side's calendar, which is data with sources: PRODUCT.md, rule 7. */
import { addDays, weekdayOf, type PlainDate } from './due-date.ts'

export type WorkingCalendar = {
  holidays: ReadonlySet<PlainDate>
  /** Days of rest that a decree made working days, such as a Saturday. The decree wins over the holiday. */
  workingDays: ReadonlySet<PlainDate>
}

const saturdayAndSunday: readonly number[] = [6, 7]

/** Days after `a` up to and including `b`; negative when `b` is earlier, so that f(a, b) = −f(b, a). `weekend`: ISO
 *  weekdays, 1 Monday … 7 Sunday. */
export function workingDaysBetween(
  a: PlainDate,
  b: PlainDate,
  calendar: WorkingCalendar,
  weekend: readonly number[] = saturdayAndSunday,
): number {
  if (b < a) return 0 - workingDaysBetween(b, a, calendar, weekend)
  let days = 0
  for (let date = a; date < b;) {
    date = addDays(date, 1)
    if (isWorkingDay(date, calendar, weekend)) days += 1
  }
  return days
}

export function isWorkingDay(
  date: PlainDate,
  { holidays, workingDays }: WorkingCalendar,
  weekend: readonly number[] = saturdayAndSunday,
): boolean {
  return workingDays.has(date) || (!holidays.has(date) && !weekend.includes(weekdayOf(date)))
}
