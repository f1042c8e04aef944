import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { Id, NewId, optional, TypedDay, Version } from '#lib/core/fields.ts'
import { guardianOf, personSeenBy } from '#lib/people/seen.ts'
import { command } from '#lib/runner/command.ts'
import { done, refused } from '#lib/runner/outcome.ts'
import { addDays } from '#lib/rules/due-date.ts'
import { fillerOf, pageOfPost, postNow, postSeenBy } from './seen.ts'

/** A post passes from who holds it to another person on a day: the one appointment ends the day before, the other begins.
 *  Without a successor it is vacant from that day. Duties hang on the post, so all that is open on it goes along. Nobody
 *  hands a post over to himself. `version`: the appointment that ends, as the sender saw it. */
export const handOverPost = command({
  name: 'posts.hand-over',
  input: z.strictObject({ id: NewId, post: Id, version: Version, person: optional(Id), on: TypedDay }),
  about: ({ tx, viewer, input }) => postSeenBy(tx, viewer, input.post),
  allow: fillerOf,
  restsOn: ({ holder, id }) => ({ version: holder?.appointment ?? id, recordId: holder?.appointment ?? id }),
  async run({ tx, viewer, record: post, input }) {
    const no = (field: string, why: string) =>
      refused('invalid', 'problem.invalid', { fields: { [field]: `posts.hand-over.${why}` } })
    if (!post.holder) return refused('not-allowed', 'posts.hand-over.vacant')
    if (input.on <= post.holder.from) return no('on', 'too-early')
    if (input.person !== undefined) {
      if (input.person === viewer.person) return refused('not-allowed', 'people.appoint.own')
      if (input.person === post.holder.person) return no('person', 'same')
      const person = await personSeenBy(tx, viewer, input.person)
      if (!person || person.isDeactivated || !guardianOf(viewer, person)) return no('person', 'no-person')
    }
    await tx.$executeRaw`
      update appointments set to_on = ${addDays(input.on, -1)}::date where id = ${post.holder.appointment}::uuid`
    if (input.person !== undefined)
      await tx.$executeRaw`
        insert into appointments (id, audience_id, country_id, post_id, person_id, from_on)
        values (${newId()}::uuid, ${viewer.country}::uuid, ${viewer.country}::uuid, ${post.id}::uuid,
          ${input.person}::uuid, ${input.on}::date)`
    return done(post.id)
  },
  answer: ({ tx, input }) => postNow(tx, input.post),
  next: pageOfPost('hand-over'),
})
