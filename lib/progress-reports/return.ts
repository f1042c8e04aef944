import { z } from 'zod'
import { Id, NewId, Reason } from '#lib/core/fields.ts'
import { command } from '#lib/runner/command.ts'
import { done, refused } from '#lib/runner/outcome.ts'
import { reportAfter, reportNow, reviewOf } from './report-now.ts'
import { holderOfStep, mayStep, reportSeenBy } from './seen.ts'

/** Returns a report to its sender with a reason, which closes it: the corrected one is a new report. */
export const returnReport = command({
  name: 'progress-reports.return',
  input: z.strictObject({ id: NewId, report: Id, reason: Reason }),
  about: ({ tx, viewer, input }) => reportSeenBy(tx, viewer, input.report),
  allow: holderOfStep,
  async run({ tx, viewer, by, record: report, input, at }) {
    const may = mayStep(viewer, report)
    if (!may.may) return refused('not-allowed', `rules.why-not.${may.why}`)
    const step = tx.$executeRaw`
      insert into report_steps (id, audience_id, report_id, position, act, reason, post_id, person_id, at)
      values (${input.id}::uuid, ${report.audienceId}::uuid, ${report.id}::uuid, ${report.taken.length},
        'returned', ${input.reason}, ${by.post}::uuid, ${viewer.person}::uuid, ${at})`
    const returned = tx.$executeRaw`
      update progress_reports set state = 'returned', decided_at = ${at} where id = ${report.id}::uuid`
    await Promise.all([step, returned])
    return done('returned')
  },
  made: ({ record, value }) => reportAfter(record, value),
  answer: ({ tx, input }) => reportNow(tx, input.report),
  next: reviewOf('progress-reports.return'),
})
