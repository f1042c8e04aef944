import { z } from 'zod'
import { holds } from '#lib/access/roles.ts'
import { Reason } from '#lib/core/fields.ts'
import { command } from '#lib/runner/command.ts'
import { done, refused } from '#lib/runner/outcome.ts'
import { widerThan } from '#lib/rules/visibility.ts'
import { about, milestoneNow, onMilestone, pageOf } from './about.ts'
import { audienceOfKind } from './audience-for.ts'
import { holdInitiativeOf } from './hold-initiative.ts'
import { milestoneSeenBy } from './seen.ts'
import { widenMilestone } from './widen.ts'

/** Staff release a milestone: a side's own to both sides, a shared one to the public. */
export const releaseMilestone = command({
  name: 'milestones.release',
  input: z.strictObject({ ...about, to: z.enum(['shared', 'public']), reason: Reason }),
  async about({ tx, viewer, input }) {
    await holdInitiativeOf(tx, input.milestone)
    return milestoneSeenBy(tx, viewer, input.milestone)
  },
  allow: (viewer, { partnershipId }) => holds(viewer, partnershipId, 'staff'),
  ...onMilestone,
  async run({ tx, viewer, by, record: milestone, input, at }) {
    const from = milestone.audienceKind
    if (from === 'public' || input.to !== widerThan(from))
      return refused('not-allowed', 'rules.why-not.not-wider')
    const into = await audienceOfKind(tx, input.to, milestone.partnershipId)
    const [parent] = await tx.$queryRaw<[{ isSeen: boolean; isArchived: boolean }]>`
      select holds(i.audience_id, ${into}::uuid) as "isSeen", i.archived_at is not null as "isArchived"
      from milestones m join initiatives i on i.id = m.initiative_id where m.id = ${milestone.id}::uuid`
    if (parent.isArchived) return refused('not-allowed', 'milestones.unarchive.initiative-archived')
    if (!parent.isSeen) return refused('not-allowed', 'rules.why-not.release-the-initiative-first')
    await tx.$executeRaw`select release_into(${into}::uuid)`
    const { id: release, to, reason } = input
    const { ownAudienceId } = milestone
    await widenMilestone(tx, milestone.id, {
      release,
      viewer,
      post: by.post,
      ownAudienceId,
      from,
      into,
      to,
      reason,
      at,
    })
    return done(milestone.id)
  },
  answer: ({ tx, input }) => milestoneNow(tx, input.milestone),
  next: pageOf,
})
