import { z } from 'zod'
import { Id, NewId, Version } from '#lib/core/fields.ts'
import { command } from '#lib/runner/command.ts'
import { done, refused } from '#lib/runner/outcome.ts'
import { closerOf, pageOfPerson, personNow, personSeenBy, restsOnPerson } from './seen.ts'

/** Closes a person's account: out with the next request (a trigger ends the sessions), and no link opens it. What the
 *  person did and which posts he holds stays. */
export const deactivatePerson = command({
  name: 'people.deactivate',
  input: z.strictObject({ id: NewId, person: Id, version: Version }),
  about: ({ tx, viewer, input }) => personSeenBy(tx, viewer, input.person),
  allow: closerOf,
  restsOn: restsOnPerson,
  async run({ tx, viewer, record: person, at }) {
    if (person.id === viewer.person) return refused('not-allowed', 'people.deactivate.own')
    if (person.isDeactivated) return refused('not-allowed', 'people.deactivate.already')
    await tx.$executeRaw`
      update people set deactivated_at = ${at}, version = gen_random_uuid() where id = ${person.id}::uuid`
    return done(person.id)
  },
  answer: ({ tx, input }) => personNow(tx, input.person),
  next: pageOfPerson('deactivate'),
})
