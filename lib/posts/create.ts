import { z } from 'zod'
import { Code, NewId, Rechecked, TypedTexts } from '#lib/core/fields.ts'
import { typedTexts } from '#lib/core/typed-texts.ts'
import { writtenIn } from '#lib/countries/written-in.ts'
import { keeperOf, organisationToChange } from '#lib/organisations/seen.ts'
import { command } from '#lib/runner/command.ts'
import { done, refused } from '#lib/runner/outcome.ts'
import { maxLength } from '#lib/rules/limits.ts'
import { pageOfPost, postNow } from './seen.ts'

export const typedPost = { title: TypedTexts(maxLength.title), titleRechecked: Rechecked }

/** A new post in an organisation of the admin's country; nobody holds it yet, and it has no role. */
export const createPost = command({
  name: 'posts.create',
  input: z.strictObject({ id: NewId, organisation: Code, ...typedPost }),
  about: ({ tx, input }) => organisationToChange(tx, input.organisation),
  allow: keeperOf,
  async run({ tx, viewer, record: organisation, input }) {
    const [language] = await writtenIn(tx, viewer.country)
    const title = typedTexts(null, input.title, { language, rechecked: [] })
    if (!title)
      return refused('invalid', 'problem.invalid', { fields: { [`title.${language}`]: 'problem.missing' } })
    await tx.$executeRaw`
      insert into posts (id, country_id, organisation_id, title)
      values (${input.id}::uuid, ${viewer.country}::uuid, ${organisation.id}::uuid, ${title}::jsonb)`
    return done(input.id)
  },
  answer: ({ tx, input }) => postNow(tx, input.id),
  next: pageOfPost('create'),
})
