import { z } from 'zod'
import type { Viewer } from '#lib/access/viewer.ts'
import { Code } from '#lib/core/fields.ts'
import { sql } from '#lib/core/database.ts'
import type { Tx } from '#lib/core/transaction.ts'
import type { Language } from '#lib/format/language.ts'
import { shownMilestone } from '#lib/milestones/shown.ts'
import { type ShownPost, shownPost } from '#lib/people/shown-post.ts'
import { type Answer, question } from '#lib/runner/question.ts'
import { reportsOn } from './reports-on.ts'

export type ReportHistory = Answer<typeof reportHistory>

/** The reports on a milestone, and to which step the viewer's next one goes first (null: any staff of his side). */
export const reportHistory = question({
  name: 'progress-reports.history',
  input: z.object({ milestone: Code, partnership: Code.optional() }),
  about: ({ tx, viewer, input, language }) => shownMilestone(tx, viewer, input, language),
  answer: async ({ tx, viewer, record: milestone, language }) => ({
    milestone,
    reports: await reportsOn(tx, milestone.id, language),
    firstStep: await firstStepOf(tx, viewer, milestone.partnershipId, language),
  }),
})

async function firstStepOf(
  tx: Tx,
  viewer: Viewer,
  partnership: string,
  language: Language,
): Promise<ShownPost | null> {
  const [step] = await tx.$queryRaw<{ post: ShownPost | null }[]>`
    select ${shownPost(sql`a.post_id`, language)} as post from acceptance_steps a
    where a.partnership_id = ${partnership}::uuid and a.country_id = ${viewer.country}::uuid and a.ended_at is null
    order by a.position limit 1`
  return step?.post ?? null
}
