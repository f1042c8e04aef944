import { z } from 'zod'
import { sideAdmin } from '#lib/access/roles.ts'
import { Id, NewId, Version } from '#lib/core/fields.ts'
import { command } from '#lib/runner/command.ts'
import { done, refused } from '#lib/runner/outcome.ts'
import { archivedPost, pageOfPost, postNow, restsOnPost } from './seen.ts'

/** Brings back a post that was put away: vacant and without a role, as it went. */
export const unarchivePost = command({
  name: 'posts.unarchive',
  input: z.strictObject({ id: NewId, post: Id, version: Version }),
  about: ({ tx, viewer, input }) => archivedPost(tx, viewer, input.post),
  allow: sideAdmin,
  restsOn: restsOnPost,
  async run({ tx, record: post }) {
    if (post.isOrganisationArchived) return refused('not-allowed', 'posts.organisation-archived')
    await tx.$executeRaw`
      update posts set archived_at = null, version = gen_random_uuid() where id = ${post.id}::uuid`
    return done(post.id)
  },
  answer: ({ tx, input }) => postNow(tx, input.post),
  next: pageOfPost('unarchive'),
})
