import { z } from 'zod'
import { holds } from '#lib/access/roles.ts'
import { Reason } from '#lib/core/fields.ts'
import { command } from '#lib/runner/command.ts'
import { about, milestoneAfter, milestoneNow, onMilestone, pageOf } from './about.ts'
import { milestoneSeenBy } from './seen.ts'
import { turnKey } from './turn-key.ts'

/** One side's staff says that a milestone is not complete, and why. */
export const disputeMilestone = command({
  name: 'milestones.dispute',
  input: z.strictObject({ ...about, reason: Reason }),
  about: ({ tx, viewer, input }) => milestoneSeenBy(tx, viewer, input.milestone),
  allow: (viewer, { partnershipId }) => holds(viewer, partnershipId, 'staff'),
  ...onMilestone,
  run: (act) => turnKey('dispute', act),
  made: ({ record, value }) => milestoneAfter(record, value),
  answer: ({ tx, input }) => milestoneNow(tx, input.milestone),
  next: pageOf,
})
