import { z } from 'zod'
import { administeredBy, sideAdmin } from '#lib/access/roles.ts'
import { Code, Id, NewId } from '#lib/core/fields.ts'
import { command } from '#lib/runner/command.ts'
import { done, refused } from '#lib/runner/outcome.ts'
import { sideRoles } from '#lib/rules/side-roles.ts'
import { pageOfPost, postNow, postSeenBy } from './seen.ts'

/** Gives a post a role on its side of a partnership, by that side's admin. Nobody gives one to a post that he holds. */
export const grantRole = command({
  name: 'posts.grant',
  input: z.strictObject({ id: NewId, post: Id, partnership: Code, role: z.enum(sideRoles) }),
  about: ({ tx, viewer, input }) => postSeenBy(tx, viewer, input.post),
  allow: sideAdmin,
  async run({ tx, viewer, record: post, input }) {
    const [partnership] = await tx.$queryRaw<{ id: string }[]>`
      select id::text from partnerships
      where code = ${input.partnership} and id = any(${administeredBy(viewer)}::uuid[])`
    if (!partnership)
      return refused('invalid', 'problem.invalid', { fields: { partnership: 'posts.grant.not-your-side' } })
    if (post.isOrganisationArchived) return refused('not-allowed', 'posts.organisation-archived')
    if (post.isOwn) return refused('not-allowed', 'posts.grant.own')
    const there = post.roles.some(({ role, partnership: of }) => role === input.role && of === partnership.id)
    if (there) return refused('invalid', 'problem.invalid', { fields: { role: 'posts.grant.already' } })
    await tx.$executeRaw`
      insert into grants (id, audience_id, country_id, post_id, partnership_id, role)
      values (${input.id}::uuid, ${viewer.country}::uuid, ${viewer.country}::uuid, ${post.id}::uuid,
        ${partnership.id}::uuid, ${input.role})`
    return done(post.id)
  },
  answer: ({ tx, input }) => postNow(tx, input.post),
  next: pageOfPost('grant'),
})
