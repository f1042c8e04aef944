import { z } from 'zod'
import { actorIn } from '#lib/access/roles.ts'
import { Id, NewId } from '#lib/core/fields.ts'
import { command } from '#lib/runner/command.ts'
import { done, refused } from '#lib/runner/outcome.ts'
import { mayAnswer } from '#lib/rules/two-sides.ts'
import { dueDateChangeSeenBy } from './due-date-change-seen.ts'
import { dueDateChangeNow, milestoneOf } from './due-date-change-now.ts'
import { responsibleFor } from './responsible.ts'
import { sign } from './sign.ts'

/** Who asked for another date takes it back before it is answered. */
export const withdrawDueDate = command({
  name: 'milestones.withdraw-due-date',
  input: z.strictObject({ id: NewId, change: Id }),
  about: ({ tx, viewer, input }) => dueDateChangeSeenBy(tx, viewer, input.change),
  allow: (viewer, { milestone }) => responsibleFor(viewer, milestone),
  async run({ tx, viewer, record: change }) {
    const { milestone } = change
    const may = mayAnswer('withdraw', change, actorIn(viewer, milestone.partnershipId).staffOf)
    if (!may.may) return refused('not-allowed', `rules.why-not.${may.why}`)
    await tx.$executeRaw`update due_date_changes set state = 'withdrawn' where id = ${change.id}::uuid`
    await sign(tx, viewer, milestone.ownAudienceId, { dueDateChange: change.id, act: 'withdrawn' })
    return done(change.id)
  },
  answer: ({ tx, input }) => dueDateChangeNow(tx, input.change),
  next: milestoneOf('milestones.withdraw-due-date'),
})
