import { z } from 'zod'
import { keepsPlan } from '#lib/access/roles.ts'
import { command } from '#lib/runner/command.ts'
import { done } from '#lib/runner/outcome.ts'
import { about, milestoneNow, pageOf } from './about.ts'
import { plannedMilestone, restsOnPlanned } from './planned.ts'

/** Puts a milestone away: out of every list, board, count and search. */
export const archiveMilestone = command({
  name: 'milestones.archive',
  input: z.strictObject(about),
  about: ({ tx, viewer, input }) => plannedMilestone(tx, viewer, input.milestone),
  allow: (viewer, { partnership, audienceKind }) => keepsPlan(viewer, partnership.id, audienceKind),
  restsOn: restsOnPlanned,
  async run({ tx, record: milestone, at }) {
    await tx.$executeRaw`
      update milestones set archived_at = ${at}, version = gen_random_uuid() where id = ${milestone.id}::uuid`
    return done(milestone.code)
  },
  answer: ({ tx, input }) => milestoneNow(tx, input.milestone),
  next: (made) => `${pageOf(made)}/change`,
})
