import { z } from 'zod'
import { holds } from '#lib/access/roles.ts'
import { command } from '#lib/runner/command.ts'
import { about, milestoneAfter, milestoneNow, onMilestone, pageOf } from './about.ts'
import { milestoneSeenBy } from './seen.ts'
import { turnKey } from './turn-key.ts'

/** One side's staff says that a milestone is complete. Of two keys it is the first (*claimed*) or the second
 *  (*completed*). */
export const confirmMilestone = command({
  name: 'milestones.confirm',
  input: z.strictObject(about),
  about: ({ tx, viewer, input }) => milestoneSeenBy(tx, viewer, input.milestone),
  allow: (viewer, { partnershipId }) => holds(viewer, partnershipId, 'staff'),
  ...onMilestone,
  run: (act) => turnKey('confirm', act),
  made: ({ record, value }) => milestoneAfter(record, value),
  answer: ({ tx, input }) => milestoneNow(tx, input.milestone),
  next: pageOf,
})
