import { z } from 'zod'
import { sideAdmin } from '#lib/access/roles.ts'
import { Id, NewId, Version } from '#lib/core/fields.ts'
import { typedTexts } from '#lib/core/typed-texts.ts'
import { writtenIn } from '#lib/countries/written-in.ts'
import { command } from '#lib/runner/command.ts'
import { done, refused } from '#lib/runner/outcome.ts'
import { typedPost } from './create.ts'
import { pageOfPost, postNow, postSeenBy, restsOnPost } from './seen.ts'

/** Another title. */
export const changePost = command({
  name: 'posts.change',
  input: z.strictObject({ id: NewId, post: Id, version: Version, ...typedPost }),
  about: ({ tx, viewer, input }) => postSeenBy(tx, viewer, input.post),
  allow: sideAdmin,
  restsOn: restsOnPost,
  async run({ tx, viewer, record: post, input }) {
    const [language] = await writtenIn(tx, viewer.country)
    const how = { language, rechecked: input.titleRechecked }
    const title = typedTexts(post.title, input.title, how)
    if (!title) return refused('invalid', 'problem.invalid', { fields: { title: 'problem.no-authentic' } })
    await tx.$executeRaw`
      update posts set title = ${title}::jsonb, version = gen_random_uuid()
      where id = ${post.id}::uuid`
    return done(post.id)
  },
  answer: ({ tx, input }) => postNow(tx, input.post),
  next: pageOfPost('change'),
})
