import { z } from 'zod'
import { inAlphabetOf } from '#lib/core/alphabet.ts'
import { sideAdmin } from '#lib/access/roles.ts'
import type { Viewer } from '#lib/access/viewer.ts'
import { given, type Sql, sql } from '#lib/core/database.ts'
import { Code } from '#lib/core/fields.ts'
import { likeWords } from '#lib/core/like-words.ts'
import { writtenIn } from '#lib/countries/written-in.ts'
import { type Answer, question } from '#lib/runner/question.ts'
import { searchLength } from '#lib/rules/limits.ts'
import type { SideCode } from '#lib/rules/milestone-status.ts'
import type { Text } from '#lib/rules/texts.ts'

export type AdministeredOrganisations = Answer<typeof administeredOrganisations>

const pageSize = 100

export type AdministeredOrganisation = {
  code: string
  name: Text
  acronym: string | null
  kind: string
  /** Of a joint venture: both. */
  countries: SideCode[]
  posts: number
}

/** The organisations of the admin's own country and its joint ventures, in the order of their codes; there for him alone. */
export const administeredOrganisations = question({
  name: 'organisations.administered-list',
  input: z.object({
    words: z.string().max(searchLength.max).catch(''),
    archived: z.literal('yes').optional().catch(undefined),
    after: Code.optional().catch(undefined),
  }),
  about: async ({ viewer }) => (sideAdmin(viewer) ? viewer : undefined),
  async answer({ tx, viewer, input: { words, archived, after }, language }) {
    const asked = words.trim()
    const these = sql`from organisations o where ${ofCountry(viewer)}
      and o.archived_at is ${archived ? sql`not null` : sql`null`}
      ${given(asked || null, (one) => sql`and ${likeWords(sql`to_jsonb(o)`, ['code', 'name', 'acronym'], one)}`)}`
    const found = await tx.$queryRaw<AdministeredOrganisation[]>`
      select o.code, text_in(o.name, ${language}) as name, o.acronym, o.kind,
        array(select c.code from countries c where c.id in (o.country_id, o.joint_country_id)
          order by c.id = o.joint_country_id) as countries,
        (select count(*)::int from posts po where po.organisation_id = o.id and po.archived_at is null) as posts
      ${these} ${given(after, (code) => sql`and o.code > ${code}`)} order by o.code limit ${pageSize + 1}`
    const [{ total } = { total: 0 }] = await tx.$queryRaw<{ total: number }[]>`
      select count(*)::int as total ${these}`
    return {
      side: viewer.side,
      organisations: found.slice(0, pageSize),
      total,
      filter: { words: asked || undefined, archived },
      isContinued: after !== undefined,
      next: found.length > pageSize ? (found[pageSize - 1]?.code ?? null) : null,
      /** For the form of a new one. */
      languages: await writtenIn(tx, viewer.country),
      otherCountries: await tx.$queryRaw<{ code: string; name: Text }[]>`
        select code, text_in(name, ${language}) as name from countries where id <> ${viewer.country}::uuid and archived_at is null
        order by (text_in(name, ${language}) ->> 'text') ${inAlphabetOf(language)}, code`,
    }
  },
})

export const ofCountry = ({ country }: Viewer): Sql =>
  sql`${country}::uuid in (o.country_id, o.joint_country_id)`
