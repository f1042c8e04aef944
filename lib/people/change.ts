import { z } from 'zod'
import { Id, NewId, Version } from '#lib/core/fields.ts'
import { command } from '#lib/runner/command.ts'
import { done } from '#lib/runner/outcome.ts'
import { emailTaken, typedPerson } from './create.ts'
import { guardianOf, pageOfPerson, personNow, personSeenBy, restsOnPerson } from './seen.ts'

/** Another name, address or language. With the address the person signs in from then on. */
export const changePerson = command({
  name: 'people.change',
  input: z.strictObject({ id: NewId, person: Id, version: Version, ...typedPerson }),
  about: ({ tx, viewer, input }) => personSeenBy(tx, viewer, input.person),
  allow: guardianOf,
  restsOn: restsOnPerson,
  async run({ tx, record: person, input }) {
    const [taken] = await tx.$queryRaw<unknown[]>`
      select from people where email = ${input.email} and id <> ${person.id}::uuid`
    if (taken) return emailTaken
    await tx.$executeRaw`
      update people set name = ${input.name}, email = ${input.email}, language = ${input.language ?? null},
        version = gen_random_uuid()
      where id = ${person.id}::uuid`
    return done(person.id)
  },
  answer: ({ tx, input }) => personNow(tx, input.person),
  next: pageOfPerson('change'),
})
