import { z } from 'zod'
import { inAlphabetOf } from '#lib/core/alphabet.ts'
import { sideAdmin } from '#lib/access/roles.ts'
import { given, sql } from '#lib/core/database.ts'
import { Id } from '#lib/core/fields.ts'
import { likeWords } from '#lib/core/like-words.ts'
import { type Answer, question } from '#lib/runner/question.ts'
import { searchLength } from '#lib/rules/limits.ts'
import type { Text } from '#lib/rules/texts.ts'

export type PeopleList = Answer<typeof peopleList>

const pageSize = 100

/** `posts`: those that the person holds today. */
export type ListedPerson = {
  id: string
  name: string
  email: string
  isDeactivated: boolean
  posts: {
    id: string
    title: Text
    organisation: Text
    roles: { role: string; partnership: string | null }[]
  }[]
}

/** The people of the admin's own country, in the order of their names; there for him alone. */
export const peopleList = question({
  name: 'people.list',
  input: z.object({
    words: z.string().max(searchLength.max).catch(''),
    deactivated: z.literal('yes').optional().catch(undefined),
    after: Id.optional().catch(undefined),
  }),
  about: async ({ viewer }) => (sideAdmin(viewer) ? viewer : undefined),
  async answer({ tx, viewer, input: { words, deactivated, after }, language }) {
    const asked = words.trim()
    const alphabet = inAlphabetOf(language)
    const these = sql`from people pe where pe.country_id = ${viewer.country}::uuid
      and pe.deactivated_at is ${deactivated ? sql`not null` : sql`null`}
      ${given(asked || null, (one) => sql`and ${likeWords(sql`to_jsonb(pe)`, ['name', 'email'], one)}`)}`
    const found = await tx.$queryRaw<ListedPerson[]>`
      select pe.id::text, pe.name, pe.email, pe.deactivated_at is not null as "isDeactivated",
        coalesce((select json_agg(json_build_object('id', po.id, 'title', text_in(po.title, ${language}),
            'organisation', text_in(o.name, ${language}),
            'roles', (select coalesce(json_agg(json_build_object('role', g.role, 'partnership', p.code)
                order by p.code, g.role), '[]')
              from grants g left join partnerships p on p.id = g.partnership_id
              where g.post_id = po.id and g.ended_at is null)) order by a.from_on)
          from appointments a join posts po on po.id = a.post_id join organisations o on o.id = po.organisation_id
          where a.person_id = pe.id and po.archived_at is null
            and (now() at time zone 'UTC')::date between a.from_on and coalesce(a.to_on, 'infinity')), '[]') as posts
      ${these}
      ${given(
        after,
        (id) => sql`and (pe.name ${alphabet}, pe.id) > (
          select b.name ${alphabet}, b.id from people b where b.id = ${id}::uuid)`,
      )}
      order by pe.name ${alphabet}, pe.id limit ${pageSize + 1}`
    const [{ total } = { total: 0 }] = await tx.$queryRaw<{ total: number }[]>`
      select count(*)::int as total ${these}`
    return {
      side: viewer.side,
      people: found.slice(0, pageSize),
      total,
      filter: { words: asked || undefined, deactivated },
      isContinued: after !== undefined,
      next: found.length > pageSize ? (found[pageSize - 1]?.id ?? null) : null,
    }
  },
})
