import { z } from 'zod'
import { Id, NewId, Version } from '#lib/core/fields.ts'
import { command } from '#lib/runner/command.ts'
import { done, refused } from '#lib/runner/outcome.ts'
import { guardianOf, pageOfPerson, personNow, personSeenBy, restsOnPerson } from './seen.ts'

/** Opens a closed account again, with the posts that the person still holds and the password of before. */
export const reactivatePerson = command({
  name: 'people.reactivate',
  input: z.strictObject({ id: NewId, person: Id, version: Version }),
  about: ({ tx, viewer, input }) => personSeenBy(tx, viewer, input.person),
  allow: guardianOf,
  restsOn: restsOnPerson,
  async run({ tx, record: person }) {
    if (!person.isDeactivated) return refused('not-allowed', 'people.reactivate.already')
    await tx.$executeRaw`
      update people set deactivated_at = null, version = gen_random_uuid() where id = ${person.id}::uuid`
    return done(person.id)
  },
  answer: ({ tx, input }) => personNow(tx, input.person),
  next: pageOfPerson('reactivate'),
})
