import { z } from 'zod'
import { actorIn, holds } from '#lib/access/roles.ts'
import { Id, NewId } from '#lib/core/fields.ts'
import { command } from '#lib/runner/command.ts'
import { done, refused } from '#lib/runner/outcome.ts'
import { kindOfChange, mayMoveDate } from '#lib/rules/due-date-change.ts'
import { mayAnswer } from '#lib/rules/two-sides.ts'
import { dueDateChangeSeenBy } from './due-date-change-seen.ts'
import { dueDateChangeNow, milestoneOf } from './due-date-change-now.ts'
import { moveDueDate } from './move-due-date.ts'
import { mayBeSeenIn } from './names-only-seen.ts'
import { sign } from './sign.ts'

/** Staff of the other side agree to another date; where nobody else has to agree, staff of the side itself. Only now does the
 *  date move; both dates stay readable. */
export const agreeDueDate = command({
  name: 'milestones.agree-due-date',
  input: z.strictObject({ id: NewId, change: Id }),
  about: ({ tx, viewer, input }) => dueDateChangeSeenBy(tx, viewer, input.change),
  allow: (viewer, { milestone }) => holds(viewer, milestone.partnershipId, 'staff'),
  async run({ tx, viewer, by, record: change, at }) {
    const { milestone, to } = change
    const may = mayAnswer('agree', change, actorIn(viewer, milestone.partnershipId).staffOf)
    if (!may.may) return refused('not-allowed', `rules.why-not.${may.why}`)
    const mayMove = mayMoveDate(milestone.status)
    if (!mayMove.may) return refused('not-allowed', `rules.why-not.${mayMove.why}`)
    const isSeen = await mayBeSeenIn(tx, change.id, milestone.audienceId)
    // No date that both see moves for a reason that one side keeps to itself. One that the public may not read stays with both.
    if (!isSeen && change.audienceId === milestone.ownAudienceId)
      return refused('not-allowed', 'milestones.change-due-date.names-unseen')
    const into = isSeen ? milestone.audienceId : change.audienceId
    if (into !== change.audienceId) await tx.$executeRaw`select release_into(${into}::uuid)`
    // Counted from the date that counts now, so that the sum of the changes stays current minus first.
    await tx.$executeRaw`
      update due_date_changes set audience_id = ${into}::uuid, state = 'agreed',
        agreed_post_id = ${by.post}::uuid, agreed_at = ${at}, kind = ${kindOfChange(milestone.due, to)},
        from_on = ${milestone.due?.on ?? null}::date, from_precision = ${milestone.due?.precision ?? null},
        days = to_on - ${milestone.due?.on ?? null}::date
      where id = ${change.id}::uuid`
    await moveDueDate(tx, milestone, to)
    await sign(tx, viewer, milestone.ownAudienceId, { dueDateChange: change.id, act: 'agreed' })
    return done(change.id)
  },
  answer: ({ tx, input }) => dueDateChangeNow(tx, input.change),
  next: milestoneOf('milestones.agree-due-date'),
})
