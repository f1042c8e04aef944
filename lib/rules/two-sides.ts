/** What one side asks of the other about a milestone, another date or that it is cancelled, and who answers: PRODUCT.md, rule 6,
 *  "The states of a milestone" and "Who sees what". */
import type { SideCode } from './milestone-status.ts'

/** *asked*: the asking side's own; *put*: before the other side. The rest are answers. */
export type AskedState = 'asked' | 'put' | 'agreed' | 'refused' | 'withdrawn' | 'before_release'

export const answers = ['put', 'agree', 'refuse', 'withdraw'] as const
export type Answer = (typeof answers)[number]

export type Asked = {
  state: AskedState
  /** The side that asks; null: a source alone knows of it. */
  askedBy: SideCode | null
  /** The sides that agree about the milestone: both; one while the other has no users; the own of a side-only milestone. */
  needed: readonly SideCode[]
  /** Did the viewer himself ask? Compared is the person. */
  isOwnAsking: boolean
}

/** Why an answer is refused: each is a sentence in the messages, `rules.why-not.<key>`. */
export type WhyNoAnswer =
  | 'answered-already'
  | 'not-put-yet'
  | 'put-already'
  | 'nothing-to-put'
  | 'own-asking'
  | 'only-the-asking-side'
  | 'only-the-other-side'
  | 'not-staff'

export type MayAnswer = { may: true } | { may: false; why: WhyNoAnswer }

/** Does the side have nobody to agree with? */
export function decidesAlone(needed: readonly SideCode[], side: SideCode): boolean {
  return needed.every((one) => one === side)
}

/** In which state an asking begins: an official's waits for the own staff; what staff ask is put at once, and where nobody else
 *  has to agree, agreed. */
export function stateAsAsked(
  needed: readonly SideCode[],
  side: SideCode,
  isStaff: boolean,
): 'asked' | 'put' | 'agreed' {
  if (!isStaff) return 'asked'
  return decidesAlone(needed, side) ? 'agreed' : 'put'
}

/** May staff of these sides, or who asked, give this answer now? */
export function mayAnswer(answer: Answer, asked: Asked, staffOf: readonly SideCode[]): MayAnswer {
  const { state, askedBy, needed, isOwnAsking } = asked
  if (askedBy === null || (state !== 'asked' && state !== 'put')) return refused('answered-already')
  const isStaffOfAsking = staffOf.includes(askedBy)
  if (answer === 'withdraw') return mayWithdraw(asked, isStaffOfAsking)
  if (staffOf.length === 0) return refused('not-staff')
  if (answer === 'put') {
    if (state === 'put') return refused('put-already')
    if (!isStaffOfAsking) return refused('only-the-asking-side')
    return decidesAlone(needed, askedBy) ? refused('nothing-to-put') : allowed
  }
  if (state === 'put')
    return staffOf.some((side) => side !== askedBy && needed.includes(side))
      ? allowed
      : refused('only-the-other-side')
  if (!isStaffOfAsking) return refused('only-the-asking-side')
  if (answer === 'agree' && !decidesAlone(needed, askedBy)) return refused('not-put-yet')
  return isOwnAsking ? refused('own-asking') : allowed
}

/** What was put is the word of the side: its staff alone take it back. */
function mayWithdraw({ state, isOwnAsking }: Asked, isStaffOfAsking: boolean): MayAnswer {
  if (state === 'put' ? isStaffOfAsking : isOwnAsking) return allowed
  return refused('only-the-asking-side')
}

const allowed: MayAnswer = { may: true }
const refused = (why: WhyNoAnswer): MayAnswer => ({ may: false, why })
