/** Lateness is arithmetic, never stored: PRODUCT.md, "The formulas". */
import { daysBetween, type PlainDate } from './due-date.ts'
import type { Status } from './milestone-status.ts'

export const latenesses = [
  'no_evidence',
  'overdue',
  'at_risk',
  'due_soon',
  'stale',
  'on_track',
  'undated',
  'settled',
] as const
export type Lateness = (typeof latenesses)[number]

export type Timed = {
  status: Status
  /** The last day of the due date. */
  dueOn: PlainDate | null
  /** The last accepted percent. */
  percent: number | null
  startedOn: PlainDate | null
  /** The date of the last accepted report. */
  acceptedOn: PlainDate | null
  /** The date of the last reported fact about the milestone. */
  factOn: PlainDate | null
  /** Does it depend on a milestone that is late? */
  waitsForLate: boolean
}

/** How many points the accepted percent may fall under the share of time gone. */
const pointsBehind = 25
const soonDays = 30
const staleDays = 90

/** `today`: the date at the responsible side; for a joint milestone the earlier of the two sides' dates, so that both
 *  midnights have passed once the due date lies before it (`todayInAll`). */
export function lateness(milestone: Timed, today: PlainDate): Lateness {
  const { status, dueOn, acceptedOn, factOn } = milestone
  if (status === 'completed' || status === 'cancelled') return 'settled'
  if (dueOn === null) return 'undated'
  if (dueOn < today) return isAfter(acceptedOn, dueOn) || isAfter(factOn, dueOn) ? 'overdue' : 'no_evidence'
  if (status === 'blocked' || milestone.waitsForLate || isBehind(milestone, dueOn, today)) return 'at_risk'
  if (daysBetween(today, dueOn) <= soonDays) return 'due_soon'
  return status === 'in_progress' && isSilent(milestone, today) ? 'stale' : 'on_track'
}

/** Both kinds of late; heads and totals show them apart. */
export function isLate(state: Lateness): state is 'no_evidence' | 'overdue' {
  return state === 'no_evidence' || state === 'overdue'
}

function isAfter(date: PlainDate | null, dueOn: PlainDate): boolean {
  return date !== null && date > dueOn
}

/** Unknown is not zero: without an accepted percent or without a start there is nothing to compare. Whole numbers on
 *  both sides, since a share such as 1/3 has no exact decimal. */
function isBehind({ percent, startedOn }: Timed, dueOn: PlainDate, today: PlainDate): boolean {
  if (percent === null || startedOn === null) return false
  const span = daysBetween(startedOn, dueOn)
  return span > 0 && 100 * daysBetween(startedOn, today) > (percent + pointsBehind) * span
}

/** Before the first accepted report the silence counts from the start; from an unknown start it has always lasted. */
function isSilent({ acceptedOn, startedOn }: Timed, today: PlainDate): boolean {
  const since = acceptedOn ?? startedOn
  return since === null || daysBetween(since, today) >= staleDays
}
