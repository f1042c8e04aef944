import { z } from 'zod'
import { Id, NewId, Version } from '#lib/core/fields.ts'
import { command } from '#lib/runner/command.ts'
import { done, refused } from '#lib/runner/outcome.ts'
import { fillerOf, postNow, postSeenBy, restsOnPost } from './seen.ts'

/** Puts a post away. First nobody may hold it, and its roles have to be taken from it. */
export const archivePost = command({
  name: 'posts.archive',
  input: z.strictObject({ id: NewId, post: Id, version: Version }),
  about: ({ tx, viewer, input }) => postSeenBy(tx, viewer, input.post),
  allow: fillerOf,
  restsOn: restsOnPost,
  async run({ tx, record: post, at }) {
    if (post.lastOn !== null) return refused('not-allowed', 'posts.archive.held')
    if (post.roles.length > 0) return refused('not-allowed', 'posts.archive.has-roles')
    await tx.$executeRaw`
      update posts set archived_at = ${at}, version = gen_random_uuid() where id = ${post.id}::uuid`
    return done(post.id)
  },
  answer: ({ tx, input }) => postNow(tx, input.post),
  next: ({ organisation }) => `/admin/organisations/${organisation}?done=archive-post`,
})
