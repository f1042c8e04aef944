import { z } from 'zod'
import type { Viewer } from '#lib/access/viewer.ts'
import { Code, Id } from '#lib/core/fields.ts'
import { together, type Tx } from '#lib/core/transaction.ts'
import type { Language } from '#lib/format/language.ts'
import { type AskedChanges, askedChanges } from '#lib/milestones/asked-changes.ts'
import { type ShownMilestone, shownMilestone } from '#lib/milestones/shown.ts'
import { changesWaitingFor, type WaitingChange } from '#lib/milestones/waiting-changes.ts'
import { keysWaitingFor, type WaitingKey } from '#lib/milestones/waiting-keys.ts'
import { partnershipSeen } from '#lib/partnerships/seen.ts'
import { type Answer, question } from '#lib/runner/question.ts'
import { reportsOn, type ShownReport } from './reports-on.ts'
import { reportsWaitingFor, type WaitingReport } from './waiting.ts'

export type ReviewQueue = Answer<typeof reviewQueue>

/** What is open beside the queue: a report that waits for a step, a milestone that waits for a key, or what was asked about
 *  one and waits for an answer. */
export type ReviewItem = { milestone: ShownMilestone; reports: ShownReport[] } & (
  | { kind: 'report'; report: ShownReport; may: WaitingReport['may'] }
  | { kind: 'key'; waiting: WaitingKey }
  | { kind: 'change'; waiting: WaitingChange; asked: AskedChanges }
)

/** What waits for this viewer: reports, oldest first, for his step; then, for staff, milestones for his side's key, and
 *  what was asked of his side. `item` names the one that is open, by the report's or the change's id or the milestone's code; `after`: the one that follows this
 *  report, which was just decided. */
export const reviewQueue = question({
  name: 'progress-reports.review',
  isKept: true,
  input: z.object({
    partnership: Code,
    item: z.string().max(60).optional().catch(undefined),
    after: Id.optional().catch(undefined),
  }),
  within: ({ partnership }) => [partnership],
  about: ({ tx, input, language }) => partnershipSeen(tx, input.partnership, language),
  async answer({ tx, viewer, record: partnership, input, language }) {
    const { reports, keys, changes } = await together({
      reports: reportsWaitingFor(tx, viewer, [partnership.id], language),
      keys: keysWaitingFor(tx, viewer, [partnership.id], language),
      changes: changesWaitingFor(tx, viewer, [partnership.id], language),
    })
    const asked = [...reports, ...keys, ...changes].find((one) => nameOf(one) === input.item)
    const next = input.after === undefined ? undefined : await following(tx, input.after, reports)
    const open =
      asked ??
      next ??
      (input.after === undefined ? reports[0] : undefined) ??
      keys[0] ??
      changes[0] ??
      reports[0]
    return {
      partnership: partnership.code,
      reports,
      keys,
      changes,
      item: open && (await itemOf(tx, viewer, open, language)),
      /** Does the address ask for one? On a phone the list stands alone until then. */
      isAsked: input.item !== undefined || input.after !== undefined,
      /** What the address asks for does not wait any more. */
      isGone: input.item !== undefined && asked === undefined,
    }
  },
})

type Waiting = WaitingReport | WaitingKey | WaitingChange

const nameOf = (one: Waiting) => ('id' in one ? one.id : one.code)

async function following(
  tx: Tx,
  report: string,
  queue: readonly WaitingReport[],
): Promise<WaitingReport | undefined> {
  const [decided] = await tx.$queryRaw<{ at: string }[]>`
    select to_jsonb(submitted_at) as at from progress_reports where id = ${report}::uuid`
  if (!decided) return undefined
  const after = Date.parse(decided.at)
  return queue.find(({ id, submittedAt }) => {
    const at = Date.parse(submittedAt)
    return at > after || (at === after && id > report)
  })
}

async function itemOf(
  tx: Tx,
  viewer: Viewer,
  open: Waiting,
  language: Language,
): Promise<ReviewItem | undefined> {
  const code = 'milestone' in open ? open.milestone.code : open.code
  const milestone = await shownMilestone(tx, viewer, { milestone: code }, language)
  if (!milestone) return undefined
  const reports = await reportsOn(tx, milestone.id, language)
  if (!('milestone' in open) && 'id' in open) {
    const asked = await askedChanges(tx, milestone.id, language)
    return { kind: 'change', waiting: open, milestone, reports, asked }
  }
  if (!('milestone' in open)) return { kind: 'key', waiting: open, milestone, reports }
  const report = reports.find(({ id }) => id === open.id)
  return report && { kind: 'report', report, may: open.may, milestone, reports }
}
