import { DatabaseError } from 'pg'
import { z } from 'zod'
import { Id, NewId, Version } from '#lib/core/fields.ts'
import { command } from '#lib/runner/command.ts'
import { done } from '#lib/runner/outcome.ts'
import { emailTaken, typedPerson } from './create.ts'
import { guardianOf, pageOfPerson, personNow, personSeenBy, restsOnPerson } from './seen.ts'

// https://www.postgresql.org/docs/current/errcodes-appendix.html: unique_violation
const unique = '23505'

/** Another name, address or language. With the address the person signs in from then on. */
export const changePerson = command({
  name: 'people.change',
  input: z.strictObject({ id: NewId, person: Id, version: Version, ...typedPerson }),
  about: ({ tx, viewer, input }) => personSeenBy(tx, viewer, input.person),
  allow: guardianOf,
  restsOn: restsOnPerson,
  async run({ tx, record: person, input }) {
    try {
      await tx.$executeRaw`
        update people set name = ${input.name}, email = ${input.email}, language = ${input.language ?? null},
          version = gen_random_uuid()
        where id = ${person.id}::uuid`
      return done(person.id)
    } catch (error) {
      // The key alone knows the people of other countries, too.
      if (error instanceof DatabaseError && error.code === unique) return emailTaken
      throw error
    }
  },
  answer: ({ tx, input }) => personNow(tx, input.person),
  next: pageOfPerson('change'),
})
