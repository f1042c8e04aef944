import { z } from 'zod'
import { sideAdmin } from '#lib/access/roles.ts'
import { Email, Name, NewId, optional } from '#lib/core/fields.ts'
import { languages } from '#lib/format/language.ts'
import { command } from '#lib/runner/command.ts'
import { done, refused } from '#lib/runner/outcome.ts'
import { pageOfPerson, personNow } from './seen.ts'

export const typedPerson = { name: Name, email: Email, language: optional(z.enum(languages)) }

export const emailTaken = refused('invalid', 'problem.invalid', { fields: { email: 'people.email-taken' } })

/** The admin of a side opens an account for somebody of his country. It has no password and no role yet. */
export const createPerson = command({
  name: 'people.create',
  input: z.strictObject({ id: NewId, ...typedPerson }),
  about: async () => ({}),
  allow: sideAdmin,
  async run({ tx, viewer, input }) {
    // One sentence for an address of this country and of another: whose it is nobody learns.
    const made = await tx.$executeRaw`
      insert into people (id, audience_id, country_id, name, email, language)
      values (${input.id}::uuid, ${viewer.country}::uuid, ${viewer.country}::uuid, ${input.name}, ${input.email},
        ${input.language ?? null})
      on conflict (email) do nothing`
    return made === 1 ? done(input.id) : emailTaken
  },
  answer: ({ tx, input }) => personNow(tx, input.id),
  next: pageOfPerson('create'),
})
