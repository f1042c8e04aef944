import { z } from 'zod'
import { Id, NewId } from '#lib/core/fields.ts'
import type { Tx } from '#lib/core/transaction.ts'
import { recordProgress } from '#lib/milestones/record-progress.ts'
import { command } from '#lib/runner/command.ts'
import { done, refused } from '#lib/runner/outcome.ts'
import { isLastStep } from '#lib/rules/acceptance.ts'
import { releaseTarget } from '#lib/rules/visibility.ts'
import { reportAfter, reportNow, reviewOf } from './report-now.ts'
import { holderOfStep, mayStep, reportSeenBy, type SeenReport } from './seen.ts'

/** Takes one step of a report's chain. The last one releases report and evidence to the other side, as if new, and
 *  moves percent and status of the milestone. */
export const acceptReport = command({
  name: 'progress-reports.accept',
  input: z.strictObject({ id: NewId, report: Id }),
  about: ({ tx, viewer, input }) => reportSeenBy(tx, viewer, input.report),
  allow: holderOfStep,
  async run({ tx, viewer, by, record: report, input, at }) {
    const may = mayStep(viewer, report)
    if (!may.may) return refused('not-allowed', `rules.why-not.${may.why}`)
    const step = tx.$executeRaw`
      insert into report_steps (id, audience_id, report_id, position, act, post_id, person_id, at)
      values (${input.id}::uuid, ${report.audienceId}::uuid, ${report.id}::uuid, ${report.taken.length},
        'accepted', ${by.post}::uuid, ${viewer.person}::uuid, ${at})`
    const isLast = isLastStep(report.chain, report.taken)
    await Promise.all([step, isLast ? acceptWhole(tx, report, at) : undefined])
    return done(isLast ? 'accepted' : 'submitted')
  },
  made: ({ record, value }) => reportAfter(record, value),
  answer: ({ tx, input }) => reportNow(tx, input.report),
  next: reviewOf('progress-reports.accept'),
})

async function acceptWhole(tx: Tx, report: SeenReport, at: Date): Promise<void> {
  const isShared = releaseTarget(report.milestone.audienceKind) === 'shared'
  const into = isShared ? report.sharedAudienceId : report.milestone.audienceId
  const isReleased = into !== report.audienceId
  const released = isReleased ? tx.$executeRaw`select release_into(${into}::uuid)` : undefined
  const accepted = tx.$executeRaw`
    update progress_reports set audience_id = ${into}::uuid, state = 'accepted', decided_at = ${at}
    where id = ${report.id}::uuid`
  const evidence = tx.$executeRaw`update evidence set audience_id = ${into}::uuid where report_id = ${report.id}::uuid`
  await Promise.all([released, accepted, evidence, recordProgress(tx, report.milestone, report)])
}
