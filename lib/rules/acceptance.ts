/** A report's way through its side's chain: PRODUCT.md, rule 2. Compared is the person, not the post, for one person can
 *  hold two. */

/** A post, by its id, or any staff of the side. */
export type AcceptanceStep = { post: string } | 'any-staff'

export type TakenStep = { act: 'sent' | 'accepted' | 'returned'; person: string; post: string }

export type StepTaker = {
  person: string
  /** The posts that the person holds today. */
  posts: readonly string[]
  /** Of the report's side. */
  isStaff: boolean
}

/** Each is a sentence in the messages, `rules.why-not.<key>`. */
export type WhyNoStep =
  | 'report-closed'
  | 'step-on-own-report'
  | 'second-step-of-one-report'
  | 'not-the-steps-post'
  | 'not-staff-of-the-side'

/** The step that the report waits for; undefined when it was not sent, was returned, or has passed the last one. */
export function nextStep(
  chain: readonly AcceptanceStep[],
  taken: readonly TakenStep[],
): AcceptanceStep | undefined {
  if (taken[0]?.act !== 'sent' || taken.some(({ act }) => act === 'returned')) return undefined
  return chain[taken.length - 1]
}

/** May this person accept or return the report now? */
export function mayTakeStep(
  chain: readonly AcceptanceStep[],
  taken: readonly TakenStep[],
  actor: StepTaker,
): { may: true } | { may: false; why: WhyNoStep } {
  const step = nextStep(chain, taken)
  if (step === undefined) return { may: false, why: 'report-closed' }
  const earlier = taken.find(({ person }) => person === actor.person)
  if (earlier?.act === 'sent') return { may: false, why: 'step-on-own-report' }
  if (earlier) return { may: false, why: 'second-step-of-one-report' }
  if (step === 'any-staff')
    return actor.isStaff ? { may: true } : { may: false, why: 'not-staff-of-the-side' }
  return actor.posts.includes(step.post) ? { may: true } : { may: false, why: 'not-the-steps-post' }
}

/** Would accepting now accept the whole report (and release it, and move percent and status)? */
export function isLastStep(chain: readonly AcceptanceStep[], taken: readonly TakenStep[]): boolean {
  return nextStep(chain, taken) !== undefined && taken.length === chain.length
}
