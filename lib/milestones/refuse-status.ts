import { z } from 'zod'
import { actorIn, holds } from '#lib/access/roles.ts'
import { Id, NewId, Reason } from '#lib/core/fields.ts'
import { command } from '#lib/runner/command.ts'
import { done, refused } from '#lib/runner/outcome.ts'
import { mayAnswer } from '#lib/rules/two-sides.ts'
import { milestoneOf } from './due-date-change-now.ts'
import { sign } from './sign.ts'
import { statusChangeNow } from './status-change-now.ts'
import { statusChangeSeenBy } from './status-change-seen.ts'

/** The status stays, and the reason with what was asked. */
export const refuseStatus = command({
  name: 'milestones.refuse-status',
  input: z.strictObject({ id: NewId, change: Id, reason: Reason }),
  about: ({ tx, viewer, input }) => statusChangeSeenBy(tx, viewer, input.change),
  allow: (viewer, { milestone }) => holds(viewer, milestone.partnershipId, 'staff'),
  async run({ tx, viewer, by, record: change, input, at }) {
    const { milestone } = change
    const may = mayAnswer('refuse', change, actorIn(viewer, milestone.partnershipId).staffOf)
    if (!may.may) return refused('not-allowed', `rules.why-not.${may.why}`)
    await tx.$executeRaw`
      update status_changes set state = 'refused', refused_post_id = ${by.post}::uuid, refused_at = ${at},
        refusal = ${input.reason}
      where id = ${change.id}::uuid`
    await sign(tx, viewer, milestone.ownAudienceId, { statusChange: change.id, act: 'refused' })
    return done(change.id)
  },
  answer: ({ tx, input }) => statusChangeNow(tx, input.change),
  next: milestoneOf('milestones.refuse-status'),
})
