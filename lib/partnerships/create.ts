import { z } from 'zod'
import { adminOf } from '#lib/access/roles.ts'
import { LanguageCode, NewId } from '#lib/core/fields.ts'
import { CountryCode } from '#lib/countries/fields.ts'
import { openCountries } from '#lib/countries/open-countries.ts'
import { sql } from '#lib/core/database.ts'
import type { Tx } from '#lib/core/transaction.ts'
import { typedTexts } from '#lib/core/typed-texts.ts'
import { command } from '#lib/runner/command.ts'
import { done, refused } from '#lib/runner/outcome.ts'
import { noAuthentic } from '#lib/runner/no-authentic.ts'
import { checkPeriod, partnershipFields } from './fields.ts'
import { partnershipNow } from './seen-to-change.ts'

/** Opens a partnership of two countries, with its sides in the order of its title. Its code is theirs: `KZ-KR`. */
export const createPartnership = command({
  name: 'partnerships.create',
  input: z
    .strictObject({
      id: NewId,
      one: CountryCode,
      other: CountryCode,
      /** In which title and programme are authentic. */
      language: LanguageCode,
      ...partnershipFields,
    })
    .superRefine(checkPeriod)
    .superRefine(({ one, other }, context) => {
      if (one === other)
        context.addIssue({ code: 'custom', path: ['other'], message: 'problem.same-country' })
    }),
  about: async () => ({}),
  allow: adminOf,
  async run({ tx, input }) {
    const countries = await openCountries(tx, sql`code in (${input.one}, ${input.other})`)
    const [one, other] = [countries.get(input.one), countries.get(input.other)]
    if (one === undefined || other === undefined)
      return refused('invalid', 'problem.invalid', {
        fields: { [one === undefined ? 'one' : 'other']: 'problem.no-such-country' },
      })
    if (await isThere(tx, input.one, input.other))
      return refused('invalid', 'problem.invalid', { fields: { other: 'problem.partnership-there' } })
    const title = typedTexts(null, input.title, { rechecked: input.titleRechecked, language: input.language })
    const programme = typedTexts(null, input.programme, {
      rechecked: input.programmeRechecked,
      language: input.language,
    })
    if (!title || !programme) return noAuthentic({ title, programme })
    await tx.$executeRaw`select open_partnership(${input.id}::uuid, ${one}::uuid, ${other}::uuid)`
    await tx.$executeRaw`
      insert into partnerships (id, audience_id, code, title, programme, starts_on, starts_precision, ends_on,
        ends_precision, languages, note)
      values (${input.id}::uuid, ${input.id}::uuid, ${codeOf(input)}, ${title}::jsonb,
        ${programme}::jsonb, ${input.starts.on}::date, ${input.starts.precision}, ${input.ends.on}::date,
        ${input.ends.precision}, ${input.languages}, ${input.note ?? null})`
    await tx.$executeRaw`
      insert into sides (id, audience_id, partnership_id, country_id, position)
      select new_id(), ${input.id}::uuid, ${input.id}::uuid, country, position
      from unnest(${[one, other]}::uuid[]) with ordinality as side (country, position)`
    return done(input.id)
  },
  answer: ({ tx, input }) => partnershipNow(tx, codeOf(input)),
  next: ({ code }) => `/admin/partnerships/${code}?done=partnerships.create`,
})

const codeOf = ({ one, other }: { one: string; other: string }) => `${one}-${other}`

/** In whichever order the two countries stand. */
async function isThere(tx: Tx, one: string, other: string): Promise<boolean> {
  return [await partnershipNow(tx, `${one}-${other}`), await partnershipNow(tx, `${other}-${one}`)].some(
    Boolean,
  )
}
