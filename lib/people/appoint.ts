import { z } from 'zod'
import { Id, NewId, TypedDay } from '#lib/core/fields.ts'
import { command } from '#lib/runner/command.ts'
import { done, refused } from '#lib/runner/outcome.ts'
import { mayFill, postSeenBy } from '#lib/posts/seen.ts'
import { guardianOf, pageOfPerson, personNow, personSeenBy } from './seen.ts'

/** A person takes a vacant post from a day on, and with it the roles that hang on it. One that somebody holds is handed
 *  over, and one of an archived organisation nobody takes. Nobody appoints himself. */
export const appointPerson = command({
  name: 'people.appoint',
  input: z.strictObject({ id: NewId, person: Id, post: Id, from: TypedDay }),
  about: ({ tx, viewer, input }) => personSeenBy(tx, viewer, input.person),
  allow: guardianOf,
  async run({ tx, viewer, record: person, input }) {
    const no = (field: string, why: string) =>
      refused('invalid', 'problem.invalid', { fields: { [field]: `people.appoint.${why}` } })
    if (person.id === viewer.person) return refused('not-allowed', 'people.appoint.own')
    if (person.isDeactivated) return refused('not-allowed', 'people.appoint.deactivated')
    const post = await postSeenBy(tx, viewer, input.post)
    if (!post) return no('post', 'no-post')
    if (post.isOrganisationArchived)
      return refused('invalid', 'problem.invalid', { fields: { post: 'posts.organisation-archived' } })
    if (!mayFill(viewer, post)) return no('post', 'roles-of-others')
    if (post.lastOn === 'infinity') return no('post', 'held')
    if (post.lastOn !== null && input.from <= post.lastOn) return no('from', 'held-then')
    await tx.$executeRaw`
      insert into appointments (id, audience_id, country_id, post_id, person_id, from_on)
      values (${input.id}::uuid, ${viewer.country}::uuid, ${viewer.country}::uuid, ${post.id}::uuid,
        ${person.id}::uuid, ${input.from}::date)`
    return done(person.id)
  },
  answer: ({ tx, input }) => personNow(tx, input.person),
  next: pageOfPerson('appoint'),
})
