/** The states of a milestone and what may move them: PRODUCT.md, "The states of a milestone" and rule 1. */

/** ISO 3166 alpha-2 code of the country that is the side, such as `UZ`. */
export type SideCode = string

export const statuses = [
  'planned',
  'in_progress',
  'blocked',
  'claimed',
  'disputed',
  'completed',
  'cancelled',
] as const
export type Status = (typeof statuses)[number]

/** The short list of what may stand in the way of a milestone. */
export const blockCauses = [
  'financing',
  'permit',
  'procurement',
  'other_side',
  'other_milestone',
  'legislation',
  'force_majeure',
  'other',
] as const
export type BlockCause = (typeof blockCauses)[number]

export type Act = 'start' | 'block' | 'unblock' | 'confirm' | 'dispute' | 'withdraw' | 'cancel' | 'restore'

/** A side's latest word on a milestone; a withdrawn key is no verdict any more. */
export type Verdict = { side: SideCode; says: 'confirmed' | 'disputed' }

/** Why an act is refused: each is a sentence in the messages, `rules.why-not.<key>`. */
export type WhyNot =
  | 'not-staff'
  | 'not-responsible'
  | 'not-planned'
  | 'not-blocked'
  | 'not-cancelled'
  | 'already-blocked'
  | 'already-completed'
  | 'already-disputed'
  | 'cancelled'
  | 'withdraw-first'
  | 'settle-first'
  | 'start-first'
  | 'unblock-first'
  | 'needs-an-accepted-report-of-100'
  | 'first-key-is-the-responsible-sides'
  | 'key-not-needed'
  | 'key-already-turned'
  | 'key-on-own-report'
  | 'nothing-to-dispute'
  | 'no-key-to-withdraw'
  | 'only-the-disputing-side-settles'

export type WhyNoReport =
  | 'report-on-claimed'
  | 'report-on-completed'
  | 'report-on-disputed'
  | 'report-on-cancelled'

export type May = { may: true } | { may: false; why: WhyNot }

export type Subject = {
  status: Status
  /** The last accepted percent; null while no report was accepted. */
  percent: number | null
  /** The responsible side; null: joint. */
  side: SideCode | null
  /** The sides whose keys close it: both; one while the other has no users; the own of a side-only milestone. */
  needed: readonly SideCode[]
  /** At most one verdict a side. */
  standing: readonly Verdict[]
  /** The responsible organisation. */
  organisationId: string | null
  /** Did the viewer send the report that a key would rest on? Nobody turns his side's key on his own report (rule 2). */
  ownReport?: boolean
  /** What a cancelled milestone was before; restoring gives it back. */
  formerStatus?: Status | null
}

export type Actor = {
  /** The sides of this partnership where the viewer is staff. */
  staffOf: readonly SideCode[]
  officialOf: readonly { side: SideCode; organisationId: string }[]
}

/** Rule 1, two keys. `standing`: the latest verdict of each side, at most one a side. `needed`: the sides whose keys
 *  close it (both; one while the other has no users; the own of a side-only milestone). */
export function statusFrom(
  standing: readonly Verdict[],
  needed: readonly SideCode[],
): 'in_progress' | 'claimed' | 'completed' | 'disputed' {
  if (standing.some(({ says }) => says === 'disputed')) return 'disputed'
  if (needed.length > 0 && needed.every((side) => standing.some((verdict) => verdict.side === side)))
    return 'completed'
  return standing.length > 0 ? 'claimed' : 'in_progress'
}

/** Which act a drag on the board means; undefined where none leads there (to *planned*, to *cancelled*, nowhere).
 *  Whether it is allowed is `mayAct`'s to say. */
export function actFor(
  from: Status,
  to: Status,
  standing: readonly Verdict[],
  mySide: SideCode | undefined,
): Act | undefined {
  if (from === to || from === 'cancelled') return undefined
  if (to === 'in_progress') return from === 'planned' ? 'start' : from === 'blocked' ? 'unblock' : 'withdraw'
  if (to === 'blocked') return 'block'
  if (to === 'disputed') return 'dispute'
  if (to === 'completed') return 'confirm'
  if (to !== 'claimed') return undefined
  // Where taking back the own word leaves a claim, the drop means that: it must not complete the milestone by surprise.
  const left = standing.filter(({ side }) => side !== mySide)
  const leavesClaim = left.length > 0 && left.every(({ says }) => says === 'confirmed')
  return left.length < standing.length && leavesClaim ? 'withdraw' : 'confirm'
}

/** May this actor do it now? One answer for the board before the drop, for the form and for the command. */
export function mayAct(act: Act, subject: Subject, actor: Actor): May {
  switch (act) {
    case 'start':
    case 'block':
    case 'unblock':
      return isResponsible(subject, actor) ? mayMove(act, subject.status) : refused('not-responsible')
    case 'confirm':
      return asStaff(actor, (side) => mayConfirm(subject, side))
    case 'dispute':
      return asStaff(actor, (side) => mayDispute(subject, side))
    case 'withdraw':
      return asStaff(actor, (side) => mayWithdraw(subject, side))
    case 'cancel':
      return asStaff(actor, () => mayCancel(subject.status))
    case 'restore':
      return asStaff(actor, () => (subject.status === 'cancelled' ? allowed : refused('not-cancelled')))
  }
}

/** The status that the act leads to, where `mayAct` allows it. `side`: the side that the actor acts for. */
export function statusAfter(act: Act, subject: Subject, side: SideCode): Status {
  const others = subject.standing.filter((verdict) => verdict.side !== side)
  switch (act) {
    case 'start':
    case 'unblock':
      return 'in_progress'
    case 'block':
      return 'blocked'
    case 'confirm':
      return statusFrom([...others, { side, says: 'confirmed' }], subject.needed)
    case 'dispute':
      return statusFrom([...others, { side, says: 'disputed' }], subject.needed)
    case 'withdraw':
      return statusFrom(others, subject.needed)
    case 'cancel':
      return 'cancelled'
    case 'restore':
      return subject.formerStatus ?? statusWithoutHistory(subject)
  }
}

/** The first three rows of the table. A report of 100 % makes the milestone ready to be claimed whatever it names
 *  beside it; what cannot be reported on stays as it is (a report may be accepted after the milestone was claimed). */
export function statusAfterAcceptance(status: Status, percent: number, hasBlocker: boolean): Status {
  if (!mayReport(status).may) return status
  return hasBlocker && percent < 100 ? 'blocked' : 'in_progress'
}

/** A report on a claimed, completed, disputed or cancelled milestone is refused. */
export function mayReport(status: Status): { may: true } | { may: false; why: WhyNoReport } {
  switch (status) {
    case 'planned':
    case 'in_progress':
    case 'blocked':
      return allowed
    case 'claimed':
    case 'completed':
    case 'disputed':
    case 'cancelled':
      return { may: false, why: `report-on-${status}` }
  }
}

function isResponsible({ side, organisationId }: Subject, { staffOf, officialOf }: Actor): boolean {
  const isStaff = side === null ? staffOf.length > 0 : staffOf.includes(side)
  return isStaff || officialOf.some((official) => official.organisationId === organisationId)
}

function mayMove(act: 'start' | 'block' | 'unblock', status: Status): May {
  if (status === 'completed') return refused('already-completed')
  if (status === 'cancelled') return refused('cancelled')
  if (status === 'claimed') return refused('withdraw-first')
  if (status === 'disputed') return refused('settle-first')
  if (act === 'start') return status === 'planned' ? allowed : refused('not-planned')
  if (act === 'block') return status === 'blocked' ? refused('already-blocked') : allowed
  return status === 'blocked' ? allowed : refused('not-blocked')
}

function mayConfirm(
  { status, percent, side: responsible, needed, standing, ownReport }: Subject,
  side: SideCode,
): May {
  if (status === 'cancelled') return refused('cancelled')
  if (status === 'completed') return refused('already-completed')
  if (!needed.includes(side)) return refused('key-not-needed')
  const own = standing.find((verdict) => verdict.side === side)
  if (status === 'disputed' && own?.says !== 'disputed') return refused('only-the-disputing-side-settles')
  if (own?.says === 'confirmed') return refused('key-already-turned')
  const isFirstKey = !standing.some((verdict) => verdict.side !== side && verdict.says === 'confirmed')
  const opensWith = responsible !== null && needed.includes(responsible) ? responsible : side
  if (isFirstKey && side !== opensWith) return refused('first-key-is-the-responsible-sides')
  if (isFirstKey && percent !== 100) return refused('needs-an-accepted-report-of-100')
  if (status === 'planned') return refused('start-first')
  if (status === 'blocked') return refused('unblock-first')
  return ownReport === true ? refused('key-on-own-report') : allowed
}

function mayDispute({ status, needed }: Subject, side: SideCode): May {
  if (status === 'cancelled') return refused('cancelled')
  if (status === 'disputed') return refused('already-disputed')
  if (status !== 'claimed' && status !== 'completed') return refused('nothing-to-dispute')
  return needed.includes(side) ? allowed : refused('key-not-needed')
}

function mayWithdraw({ status, standing }: Subject, side: SideCode): May {
  if (status === 'cancelled') return refused('cancelled')
  if (standing.some((verdict) => verdict.side === side)) return allowed
  return refused(status === 'disputed' ? 'only-the-disputing-side-settles' : 'no-key-to-withdraw')
}

/** Of the asking and of the agreeing side alike; that they are two is the command's to see. */
function mayCancel(status: Status): May {
  if (status === 'completed') return refused('already-completed')
  return status === 'cancelled' ? refused('cancelled') : allowed
}

/** Allowed when one of the actor's sides may; else what stops the first. */
function asStaff({ staffOf }: Actor, rule: (side: SideCode) => May): May {
  const answers = staffOf.map(rule)
  return answers.find(({ may }) => may) ?? answers[0] ?? refused('not-staff')
}

/** For a record that came cancelled, so that nobody knows what it was: what its keys and reports say. */
function statusWithoutHistory({ standing, needed, percent }: Subject): Status {
  return standing.length > 0 || percent !== null ? statusFrom(standing, needed) : 'planned'
}

const allowed: { may: true } = { may: true }
const refused = (why: WhyNot): May => ({ may: false, why })
