/** In which part of “My work” a milestone stands for an official of its body. */
import { lastDayOf, type PlainDate } from './due-date.ts'
import type { Lateness } from './lateness.ts'
import { mayReport, type Status } from './milestone-status.ts'

/** In the order of the page. */
export const duties = [
  'returned',
  'overdue',
  'no_evidence',
  'this_month',
  'later',
  'undated',
  'waiting',
] as const
export type Duty = (typeof duties)[number]

/** Those that want something of an official this month. */
export const dutiesNow: readonly Duty[] = duties.slice(0, duties.indexOf('later'))

export type Owed = {
  status: Status
  lateness: Lateness
  dueOn: PlainDate | null
  /** How the last report of the own side stands; null: there is none. */
  lastReport: 'submitted' | 'accepted' | 'returned' | null
}

/** What is with others (a step, a key, a dispute) waits, late or not: nothing is to be done about it here. */
export function dutyOf({ status, lateness, dueOn, lastReport }: Owed, today: PlainDate): Duty {
  if (!mayReport(status).may || lastReport === 'submitted') return 'waiting'
  if (lastReport === 'returned') return 'returned'
  if (lateness === 'overdue' || lateness === 'no_evidence') return lateness
  if (dueOn === null) return 'undated'
  return dueOn <= lastDayOf(today, 'month') ? 'this_month' : 'later'
}
