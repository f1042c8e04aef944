/** How a due date moves: PRODUCT.md, rule 6. */
import { changeKind, type Due } from './due-date.ts'
import { blockCauses, type Status } from './milestone-status.ts'

/** The short list of why a date moves. */
export const dueCauses = [...blockCauses, 'scope'] as const
export type DueCause = (typeof dueCauses)[number]

export type WhyNoDate = 'already-completed' | 'cancelled'

/** The date of what is completed or cancelled says nothing any more. */
export function mayMoveDate(status: Status): { may: true } | { may: false; why: WhyNoDate } {
  if (status === 'completed') return { may: false, why: 'already-completed' }
  return status === 'cancelled' ? { may: false, why: 'cancelled' } : { may: true }
}

/** A first date makes more exact what was unknown: it is no slip. */
export function kindOfChange(from: Due | null, to: Due): 'moved' | 'refined' | 'restated' {
  return from === null ? 'refined' : changeKind(from, to)
}

export const isSameDue = (one: Due | null, other: Due) =>
  one !== null && one.on === other.on && one.precision === other.precision
