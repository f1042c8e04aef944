import { z } from 'zod'
import { keepsPlan } from '#lib/access/roles.ts'
import { command } from '#lib/runner/command.ts'
import { done, refused } from '#lib/runner/outcome.ts'
import { about, milestoneNow, pageOf } from './about.ts'
import { holdInitiativeOf } from './hold-initiative.ts'
import { plannedMilestone, restsOnPlanned } from './planned.ts'

/** Brings an archived milestone back as it was. */
export const unarchiveMilestone = command({
  name: 'milestones.unarchive',
  input: z.strictObject(about),
  async about({ tx, viewer, input }) {
    await holdInitiativeOf(tx, input.milestone)
    return plannedMilestone(tx, viewer, input.milestone, true)
  },
  allow: (viewer, { partnership, audienceKind }) => keepsPlan(viewer, partnership.id, audienceKind),
  restsOn: restsOnPlanned,
  async run({ tx, record: milestone }) {
    if (milestone.isInitiativeArchived)
      return refused('not-allowed', 'milestones.unarchive.initiative-archived')
    await tx.$executeRaw`
      update milestones set archived_at = null, version = gen_random_uuid() where id = ${milestone.id}::uuid`
    return done(milestone.code)
  },
  answer: ({ tx, input }) => milestoneNow(tx, input.milestone),
  next: (made) => `${pageOf(made)}?done=milestones.unarchive`,
})
