import { z } from 'zod'
import { actorIn, holds } from '#lib/access/roles.ts'
import { Id, NewId } from '#lib/core/fields.ts'
import { command } from '#lib/runner/command.ts'
import { done, refused } from '#lib/runner/outcome.ts'
import { mayAct } from '#lib/rules/milestone-status.ts'
import { mayAnswer } from '#lib/rules/two-sides.ts'
import { changeStatus } from './change-status.ts'
import { milestoneOf } from './due-date-change-now.ts'
import { sign } from './sign.ts'
import { statusChangeNow } from './status-change-now.ts'
import { statusChangeSeenBy } from './status-change-seen.ts'

/** Staff of the other side agree that a milestone is cancelled or restored. Only now does its status move. */
export const agreeStatus = command({
  name: 'milestones.agree-status',
  input: z.strictObject({ id: NewId, change: Id }),
  about: ({ tx, viewer, input }) => statusChangeSeenBy(tx, viewer, input.change),
  allow: (viewer, { milestone }) => holds(viewer, milestone.partnershipId, 'staff'),
  async run({ tx, viewer, by, record: change, at }) {
    const { milestone, kind } = change
    const actor = actorIn(viewer, milestone.partnershipId)
    const may = mayAnswer('agree', change, actor.staffOf)
    if (!may.may) return refused('not-allowed', `rules.why-not.${may.why}`)
    const mayMove = mayAct(kind, milestone, actor)
    if (!mayMove.may) return refused('not-allowed', `rules.why-not.${mayMove.why}`)
    if (change.audienceId !== milestone.audienceId)
      await tx.$executeRaw`select release_into(${milestone.audienceId}::uuid)`
    await tx.$executeRaw`
      update status_changes set audience_id = ${milestone.audienceId}::uuid, state = 'agreed',
        agreed_post_id = ${by.post}::uuid, agreed_at = ${at}
      where id = ${change.id}::uuid`
    await changeStatus(tx, kind, milestone)
    await sign(tx, viewer, milestone.ownAudienceId, { statusChange: change.id, act: 'agreed' })
    return done(change.id)
  },
  answer: ({ tx, input }) => statusChangeNow(tx, input.change),
  next: milestoneOf('milestones.agree-status'),
})
