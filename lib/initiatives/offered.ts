import { inAlphabetOf } from '#lib/core/alphabet.ts'
import { holds } from '#lib/access/roles.ts'
import type { Viewer } from '#lib/access/viewer.ts'
import { dated } from '#lib/core/dated.ts'
import { sql } from '#lib/core/database.ts'
import type { Tx } from '#lib/core/transaction.ts'
import type { Language } from '#lib/format/language.ts'
import type { PlannedPartnership } from '#lib/partnerships/planned.ts'
import type { Due } from '#lib/rules/due-date.ts'
import type { SideCode } from '#lib/rules/milestone-status.ts'
import type { Text } from '#lib/rules/texts.ts'

export type OfferedOrganisation = {
  code: string
  name: Text
  /** Two of a joint venture; none of an international body. */
  countries: SideCode[]
}

/** What the form of an initiative can be filled with. */
export type Offered = {
  partnership: { code: string; sides: SideCode[]; languages: string[] }
  directions: { code: string; title: Text }[]
  organisations: OfferedOrganisation[]
  agreements: { code: string; title: Text; signed: Due | null }[]
  /** May the viewer keep something to his own side? Then whose it is. */
  own: SideCode | null
}

/** Organisations of the two countries and international ones, and all agreements of the partnership. `language` comes first
 *  among the partnership's: in it a new record is written. */
export async function offeredTo(
  tx: Tx,
  viewer: Viewer,
  partnership: PlannedPartnership,
  language: Language,
): Promise<Offered> {
  const [offers] = await tx.$queryRaw<[Pick<Offered, 'directions' | 'agreements'>]>`
    select coalesce((select json_agg(json_build_object('code', d.code, 'title', text_in(d.title, ${language}))
          order by d.position)
        from directions d where d.partnership_id = ${partnership.id}::uuid and d.archived_at is null), '[]') as directions,
      coalesce((select json_agg(json_build_object('code', g.code, 'title', text_in(g.title, ${language}),
          'signed', ${dated(sql`g.signed_on`, sql`g.signed_precision`)}) order by g.signed_on desc nulls last, g.code)
        from agreements g where g.partnership_id = ${partnership.id}::uuid and g.archived_at is null), '[]') as agreements`
  return {
    partnership: {
      code: partnership.code,
      sides: partnership.sides.map(({ code }) => code),
      languages: firstly(language, partnership.languages),
    },
    ...offers,
    organisations: await organisationsFor(tx, partnership, language),
    own: holds(viewer, partnership.id, 'staff') ? viewer.side : null,
  }
}

export function organisationsFor(
  tx: Tx,
  { sides }: PlannedPartnership,
  language: Language,
): Promise<OfferedOrganisation[]> {
  const ids = sides.map(({ id }) => id)
  return tx.$queryRaw<OfferedOrganisation[]>`
    select o.code, text_in(o.name, ${language}) as name, array_remove(array[c.code, jc.code]::text[], null) as countries
    from organisations o left join countries c on c.id = o.country_id left join countries jc on jc.id = o.joint_country_id
    where o.archived_at is null
      and (o.country_id is null or o.country_id = any(${ids}::uuid[]) or o.joint_country_id = any(${ids}::uuid[]))
    order by (text_in(o.name, ${language}) ->> 'text') ${inAlphabetOf(language)}, o.code`
}

/** The reader's language first, if the partnership has it. */
export const firstly = (language: string, languages: readonly string[]) =>
  languages.includes(language) ? [language, ...languages.filter((one) => one !== language)] : [...languages]
