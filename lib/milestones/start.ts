import { z } from 'zod'
import { actorIn } from '#lib/access/roles.ts'
import { command } from '#lib/runner/command.ts'
import { done, refused } from '#lib/runner/outcome.ts'
import { mayAct } from '#lib/rules/milestone-status.ts'
import { about, milestoneNow, onMilestone, pageOf } from './about.ts'
import { responsibleFor } from './responsible.ts'
import { milestoneSeenBy } from './seen.ts'

/** The responsible body or the secretariat of the responsible side says that work has begun. */
export const startMilestone = command({
  name: 'milestones.start',
  input: z.strictObject(about),
  about: ({ tx, viewer, input }) => milestoneSeenBy(tx, viewer, input.milestone),
  allow: responsibleFor,
  ...onMilestone,
  async run({ tx, viewer, record: milestone }) {
    const may = mayAct('start', milestone, actorIn(viewer, milestone.partnershipId))
    if (!may.may) return refused('not-allowed', `rules.why-not.${may.why}`)
    await tx.$executeRaw`
      update milestones set status = 'in_progress', started_on = coalesce(started_on, ${milestone.today}::date),
        version = gen_random_uuid()
      where id = ${milestone.id}::uuid`
    return done(milestone.code)
  },
  answer: ({ tx, input }) => milestoneNow(tx, input.milestone),
  next: pageOf,
})
