/** What moving a milestone on the board would mean: PRODUCT.md, "The states of a milestone". One answer for the drag, for
 *  the keyboard and for the menu, given before anything is sent. */
import {
  actFor,
  mayAct,
  statusAfter,
  type Act,
  type Actor,
  type SideCode,
  type Status,
  type Subject,
  type Verdict,
  type WhyNot,
} from './milestone-status.ts'
import { decidesAlone } from './two-sides.ts'

/** The board's columns in their order. Cancelled is a filter, no column. */
export const boardStatuses = [
  'planned',
  'in_progress',
  'blocked',
  'claimed',
  'disputed',
  'completed',
] as const satisfies readonly Status[]
export type BoardStatus = (typeof boardStatuses)[number]

/** `landsIn`: where the milestone then stands, which may be another column than the one it was dropped on (the first key
 *  dropped on *completed* makes a claim); `standing`: the keys that then stand. `nothing-leads-there`: no act of the table
 *  does. */
export type Move =
  | { to: Status; may: true; act: Act; landsIn: Status; standing: readonly Verdict[] }
  | { to: Status; may: false; why: WhyNot | 'nothing-leads-there' }

/** To each of the other columns, and out of them; of a cancelled one back to what it was. */
export function movesOf(subject: Subject, actor: Actor): Move[] {
  if (subject.status === 'cancelled') return [moveBy('restore', subject, actor)]
  const columns = boardStatuses.filter((to) => to !== subject.status)
  return [...columns.map((to) => moveTo(to, subject, actor)), moveBy('cancel', subject, actor)]
}

/** What is only put to the other side: until that agrees, the milestone stays where it is. */
export function onlyAsks(move: Move): 'cancel' | 'restore' | undefined {
  if (!move.may || move.landsIn === move.to) return undefined
  return move.act === 'cancel' || move.act === 'restore' ? move.act : undefined
}

export function moveTo(to: BoardStatus, subject: Subject, actor: Actor): Move {
  const [side] = actor.staffOf
  const act = actFor(subject.status, to, subject.standing, side)
  if (act === undefined) return { to, may: false, why: 'nothing-leads-there' }
  const may = mayAct(act, subject, actor)
  if (!may.may) return { to, may: false, why: may.why }
  const mine = side ?? ''
  return {
    to,
    may: true,
    act,
    landsIn: statusAfter(act, subject, mine),
    standing: standingAfter(act, subject.standing, mine),
  }
}

/** Cancelled is no column: what leads there and back is in the menu alone. */
function moveBy(act: 'cancel' | 'restore', subject: Subject, actor: Actor): Move {
  const [side = ''] = actor.staffOf
  const to = statusAfter(act, subject, side)
  const may = mayAct(act, subject, actor)
  if (!may.may) return { to, may: false, why: may.why }
  const landsIn = decidesAlone(subject.needed, side) ? to : subject.status
  return { to, may: true, act, landsIn, standing: subject.standing }
}

/** Whoever has no part in the milestones of a partnership moves none. */
export function movesAny({ staffOf, officialOf }: Actor): boolean {
  return staffOf.length > 0 || officialOf.length > 0
}

function standingAfter(act: Act, standing: readonly Verdict[], side: SideCode): readonly Verdict[] {
  if (act !== 'confirm' && act !== 'dispute' && act !== 'withdraw') return standing
  const others = standing.filter((verdict) => verdict.side !== side)
  return act === 'withdraw'
    ? others
    : [...others, { side, says: act === 'confirm' ? 'confirmed' : 'disputed' }]
}
