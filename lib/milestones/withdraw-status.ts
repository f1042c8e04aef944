import { z } from 'zod'
import { actorIn, holds } from '#lib/access/roles.ts'
import { Id, NewId } from '#lib/core/fields.ts'
import { command } from '#lib/runner/command.ts'
import { done, refused } from '#lib/runner/outcome.ts'
import { mayAnswer } from '#lib/rules/two-sides.ts'
import { milestoneOf } from './due-date-change-now.ts'
import { sign } from './sign.ts'
import { statusChangeNow } from './status-change-now.ts'
import { statusChangeSeenBy } from './status-change-seen.ts'

/** Staff of the side that asked take it back before it is answered. */
export const withdrawStatus = command({
  name: 'milestones.withdraw-status',
  input: z.strictObject({ id: NewId, change: Id }),
  about: ({ tx, viewer, input }) => statusChangeSeenBy(tx, viewer, input.change),
  allow: (viewer, { milestone }) => holds(viewer, milestone.partnershipId, 'staff'),
  async run({ tx, viewer, record: change }) {
    const { milestone } = change
    const may = mayAnswer('withdraw', change, actorIn(viewer, milestone.partnershipId).staffOf)
    if (!may.may) return refused('not-allowed', `rules.why-not.${may.why}`)
    await tx.$executeRaw`update status_changes set state = 'withdrawn' where id = ${change.id}::uuid`
    await sign(tx, viewer, milestone.ownAudienceId, { statusChange: change.id, act: 'withdrawn' })
    return done(change.id)
  },
  answer: ({ tx, input }) => statusChangeNow(tx, input.change),
  next: milestoneOf('milestones.withdraw-status'),
})
