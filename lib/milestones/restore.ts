import { z } from 'zod'
import { holds } from '#lib/access/roles.ts'
import { Reason } from '#lib/core/fields.ts'
import { command } from '#lib/runner/command.ts'
import { about, onMilestone } from './about.ts'
import { askStatus } from './ask-status.ts'
import { milestoneOf } from './due-date-change-now.ts'
import { milestoneSeenBy } from './seen.ts'
import { statusChangeNow } from './status-change-now.ts'

/** Asks that a cancelled milestone becomes again what it was. */
export const restoreMilestone = command({
  name: 'milestones.restore',
  input: z.strictObject({ ...about, reason: Reason }),
  about: ({ tx, viewer, input }) => milestoneSeenBy(tx, viewer, input.milestone),
  allow: (viewer, { partnershipId }) => holds(viewer, partnershipId, 'staff'),
  ...onMilestone,
  run: (act) => askStatus('restore', act),
  answer: ({ tx, input }) => statusChangeNow(tx, input.id),
  next: milestoneOf('milestones.restore'),
})
