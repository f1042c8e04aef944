import { z } from 'zod'
import { actorIn, holds } from '#lib/access/roles.ts'
import { Id, NewId } from '#lib/core/fields.ts'
import { command } from '#lib/runner/command.ts'
import { done, refused } from '#lib/runner/outcome.ts'
import { kindOfChange } from '#lib/rules/due-date-change.ts'
import { mayAnswer } from '#lib/rules/two-sides.ts'
import { audienceFor } from './audience-for.ts'
import { dueDateChangeSeenBy } from './due-date-change-seen.ts'
import { dueDateChangeNow, milestoneOf } from './due-date-change-now.ts'
import { placeOfChange } from './move-due-date.ts'
import { mayBeSeenIn } from './names-only-seen.ts'
import { sign } from './sign.ts'

/** Staff of the asking side put to the other side what an official of theirs asked for. It appears there as if new: asked on
 *  this day, from the date that counts now. */
export const putDueDate = command({
  name: 'milestones.put-due-date',
  input: z.strictObject({ id: NewId, change: Id }),
  about: ({ tx, viewer, input }) => dueDateChangeSeenBy(tx, viewer, input.change),
  allow: (viewer, { milestone }) => holds(viewer, milestone.partnershipId, 'staff'),
  async run({ tx, viewer, record: change, at }) {
    const { milestone, to } = change
    const may = mayAnswer('put', change, actorIn(viewer, milestone.partnershipId).staffOf)
    if (!may.may) return refused('not-allowed', `rules.why-not.${may.why}`)
    const into = await audienceFor(tx, 'put', milestone)
    if (!(await mayBeSeenIn(tx, change.id, into)))
      return refused('not-allowed', 'milestones.change-due-date.names-unseen')
    const place = await placeOfChange(tx, milestone)
    await tx.$executeRaw`select release_into(${into}::uuid)`
    await tx.$executeRaw`
      update due_date_changes set audience_id = ${into}::uuid, state = 'put', asked_at = ${at}, position = ${place},
        kind = ${kindOfChange(milestone.due, to)}, from_on = ${milestone.due?.on ?? null}::date,
        from_precision = ${milestone.due?.precision ?? null}, days = to_on - ${milestone.due?.on ?? null}::date
      where id = ${change.id}::uuid`
    await sign(tx, viewer, milestone.ownAudienceId, { dueDateChange: change.id, act: 'put' })
    return done(change.id)
  },
  answer: ({ tx, input }) => dueDateChangeNow(tx, input.change),
  next: milestoneOf('milestones.put-due-date'),
})
