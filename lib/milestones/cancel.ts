import { z } from 'zod'
import { holds } from '#lib/access/roles.ts'
import { Reason } from '#lib/core/fields.ts'
import { command } from '#lib/runner/command.ts'
import { about, onMilestone } from './about.ts'
import { askStatus } from './ask-status.ts'
import { milestoneOf } from './due-date-change-now.ts'
import { milestoneSeenBy } from './seen.ts'
import { statusChangeNow } from './status-change-now.ts'

/** Asks that a milestone is cancelled. Nothing is lost: it can be restored to what it was. */
export const cancelMilestone = command({
  name: 'milestones.cancel',
  input: z.strictObject({ ...about, reason: Reason }),
  about: ({ tx, viewer, input }) => milestoneSeenBy(tx, viewer, input.milestone),
  allow: (viewer, { partnershipId }) => holds(viewer, partnershipId, 'staff'),
  ...onMilestone,
  run: (act) => askStatus('cancel', act),
  answer: ({ tx, input }) => statusChangeNow(tx, input.id),
  next: milestoneOf('milestones.cancel'),
})
