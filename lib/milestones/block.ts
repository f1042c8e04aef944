import { z } from 'zod'
import { actorIn } from '#lib/access/roles.ts'
import { Reason } from '#lib/core/fields.ts'
import { command } from '#lib/runner/command.ts'
import { done, refused } from '#lib/runner/outcome.ts'
import { blockCauses, mayAct } from '#lib/rules/milestone-status.ts'
import { about, milestoneNow, onMilestone, pageOf } from './about.ts'
import { responsibleFor } from './responsible.ts'
import { milestoneSeenBy } from './seen.ts'

/** Says what stands in the way of a milestone: a cause from the short list, and words. */
export const blockMilestone = command({
  name: 'milestones.block',
  input: z.strictObject({ ...about, cause: z.enum(blockCauses), words: Reason }),
  about: ({ tx, viewer, input }) => milestoneSeenBy(tx, viewer, input.milestone),
  allow: responsibleFor,
  ...onMilestone,
  async run({ tx, viewer, record: milestone, input }) {
    const may = mayAct('block', milestone, actorIn(viewer, milestone.partnershipId))
    if (!may.may) return refused('not-allowed', `rules.why-not.${may.why}`)
    await tx.$executeRaw`
      update milestones set status = 'blocked', block_cause = ${input.cause}, block_words = ${input.words},
        started_on = coalesce(started_on, ${milestone.today}::date), version = gen_random_uuid()
      where id = ${milestone.id}::uuid`
    return done(milestone.code)
  },
  answer: ({ tx, input }) => milestoneNow(tx, input.milestone),
  next: pageOf,
})
