import { z } from 'zod'
import { hashOfLink, tokenOfLink } from '#lib/access/one-time-link.ts'
import { Id, NewId } from '#lib/core/fields.ts'
import { command } from '#lib/runner/command.ts'
import { done, refused } from '#lib/runner/outcome.ts'
import { guardianOf, personSeenBy } from './seen.ts'

/** Makes a one-time link with which a person chooses a password, within seven days. Earlier links and the password stay
 *  good until it is used. An admin knows nobody's password. */
export const linkPerson = command({
  name: 'people.link',
  input: z.strictObject({ id: NewId, person: Id }),
  about: ({ tx, viewer, input }) => personSeenBy(tx, viewer, input.person),
  allow: guardianOf,
  async run({ tx, viewer, record: person, input }) {
    if (person.isDeactivated) return refused('not-allowed', 'people.link.deactivated')
    await tx.$executeRaw`
      insert into one_time_links (id, audience_id, person_id, token_hash, until)
      values (${input.id}::uuid, ${viewer.country}::uuid, ${person.id}::uuid, ${hashOfLink(input.id)},
        now() + interval '7 days')`
    return done(input.id)
  },
  async answer({ tx, input }) {
    const [made] = await tx.$queryRaw<{ id: string; person: string; until: string }[]>`
      select id::text, person_id::text as person, to_jsonb(until) as until from one_time_links
      where id = ${input.id}::uuid`
    return made && { ...made, path: `/sign-in/${tokenOfLink(made.id)}` }
  },
  next: ({ id, person }) => `/admin/people/${person}?link=${id}`,
})
