import { z } from 'zod'
import { administeredBy } from '#lib/access/roles.ts'
import { Id, NewId, Version } from '#lib/core/fields.ts'
import { command } from '#lib/runner/command.ts'
import { done, refused } from '#lib/runner/outcome.ts'
import { fillerOf, postNow, postSeenBy, restsOnPost } from './seen.ts'

/** Puts a post away. First nobody may hold it, its roles have to be taken from it, and no chain may name it: its step could
 *  never be taken. */
export const archivePost = command({
  name: 'posts.archive',
  input: z.strictObject({ id: NewId, post: Id, version: Version }),
  about: ({ tx, viewer, input }) => postSeenBy(tx, viewer, input.post),
  allow: fillerOf,
  restsOn: restsOnPost,
  async run({ tx, viewer, record: post, at }) {
    if (post.lastOn !== null) return refused('not-allowed', 'posts.archive.held')
    if (post.roles.length > 0) return refused('not-allowed', 'posts.archive.has-roles')
    const steps = await tx.$queryRaw<unknown[]>`
      select from partnerships p cross join lateral acceptance_chain(p.id) s
      where p.id = any(${administeredBy(viewer)}::uuid[]) and s.post_id = ${post.id}::uuid`
    if (steps.length > 0) return refused('not-allowed', 'posts.archive.has-steps')
    await tx.$executeRaw`
      update posts set archived_at = ${at}, version = gen_random_uuid() where id = ${post.id}::uuid`
    return done(post.id)
  },
  answer: ({ tx, input }) => postNow(tx, input.post),
  next: ({ organisation }) => `/admin/organisations/${organisation}?done=archive-post`,
})
