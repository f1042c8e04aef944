import { z } from 'zod'
import { actorIn, holds } from '#lib/access/roles.ts'
import { Id, NewId, Reason } from '#lib/core/fields.ts'
import { command } from '#lib/runner/command.ts'
import { done, refused } from '#lib/runner/outcome.ts'
import { mayAnswer } from '#lib/rules/two-sides.ts'
import { dueDateChangeSeenBy } from './due-date-change-seen.ts'
import { dueDateChangeNow, milestoneOf } from './due-date-change-now.ts'
import { sign } from './sign.ts'

/** The date stays, and the reason with the change: refused by staff of the other side, or by the own before it was put. */
export const refuseDueDate = command({
  name: 'milestones.refuse-due-date',
  input: z.strictObject({ id: NewId, change: Id, reason: Reason }),
  about: ({ tx, viewer, input }) => dueDateChangeSeenBy(tx, viewer, input.change),
  allow: (viewer, { milestone }) => holds(viewer, milestone.partnershipId, 'staff'),
  async run({ tx, viewer, by, record: change, input, at }) {
    const { milestone } = change
    const may = mayAnswer('refuse', change, actorIn(viewer, milestone.partnershipId).staffOf)
    if (!may.may) return refused('not-allowed', `rules.why-not.${may.why}`)
    await tx.$executeRaw`
      update due_date_changes set state = 'refused', refused_post_id = ${by.post}::uuid, refused_at = ${at},
        refusal = ${input.reason}
      where id = ${change.id}::uuid`
    await sign(tx, viewer, milestone.ownAudienceId, { dueDateChange: change.id, act: 'refused' })
    return done(change.id)
  },
  answer: ({ tx, input }) => dueDateChangeNow(tx, input.change),
  next: milestoneOf('milestones.refuse-due-date'),
})
