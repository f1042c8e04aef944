import { z } from 'zod'
import { sql } from '#lib/core/database.ts'
import { inAlphabetOf } from '#lib/core/alphabet.ts'
import { likeWords } from '#lib/core/like-words.ts'
import { adminOf } from '#lib/access/roles.ts'
import { Name } from '#lib/core/fields.ts'
import { question, type Answer } from '#lib/runner/question.ts'
import { countryCodes } from '#lib/rules/iso-3166.ts'
import type { Text } from '#lib/rules/texts.ts'

export type CountryList = Answer<typeof countryList>
export type ListedCountry = {
  code: string
  code3: string
  numericCode: string
  name: Text
  timeZone: string
  currency: string
  /** Codes. */
  partnerships: string[]
  /** Years that its calendar knows. */
  firstYear: number | null
  lastYear: number | null
}

/** The partner countries of the installation, for its admin. `words`: looked for in codes and names of all languages;
 *  `archived`: those that were put away instead; `code`: of the country of ISO 3166 that is to be added. */
export const countryList = question({
  name: 'countries.list',
  input: z.object({
    words: Name.optional().catch(undefined),
    archived: z.literal('yes').optional().catch(undefined),
    code: z
      .string()
      .refine((code) => countryCodes.has(code))
      .optional()
      .catch(undefined),
  }),
  about: async ({ viewer }) => adminOf(viewer),
  async answer({ tx, input: { words = '', archived, code }, language }) {
    const all = await tx.$queryRaw<(ListedCountry & { isArchived: boolean; found: boolean })[]>`
      select c.code, c.code3, c.numeric_code as "numericCode", text_in(c.name, ${language}) as name,
        c.time_zone as "timeZone", c.currency,
        array(select p.code from sides s join partnerships p on p.id = s.partnership_id where s.country_id = c.id
          order by 1) as partnerships,
        (select extract(year from min(d.day))::int from calendar_days d where d.country_id = c.id) as "firstYear",
        (select extract(year from max(d.day))::int from calendar_days d where d.country_id = c.id) as "lastYear",
        c.archived_at is not null as "isArchived", ${likeWords(sql`to_jsonb(c)`, ['code', 'code3', 'numeric_code', 'name'], words)} as found
      from countries c order by (text_in(c.name, ${language}) ->> 'text') ${inAlphabetOf(language)}, c.code`
    const there = new Set(all.map((one) => one.code))
    const kept = all.filter(({ isArchived }) => isArchived === (archived !== undefined))
    return {
      words,
      archived,
      total: kept.length,
      countries: kept.filter(({ found }) => found),
      /** Of ISO 3166, without those that are there. */
      others: [...countryCodes.keys()].filter((one) => !there.has(one)),
      adding: code !== undefined && !there.has(code) ? { code, ...codesOf(code) } : null,
    }
  },
})

const codesOf = (code: string) => countryCodes.get(code) ?? { code3: '', numericCode: '' }
