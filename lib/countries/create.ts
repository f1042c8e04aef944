import { z } from 'zod'
import { adminOf } from '#lib/access/roles.ts'
import type { Tx } from '#lib/core/transaction.ts'
import { LanguageCode, NewId } from '#lib/core/fields.ts'
import { typedTexts } from '#lib/core/typed-texts.ts'
import { command } from '#lib/runner/command.ts'
import { done, refused } from '#lib/runner/outcome.ts'
import { noAuthentic } from '#lib/runner/no-authentic.ts'
import { countryCodes } from '#lib/rules/iso-3166.ts'
import { CountryCode, countryFields } from './fields.ts'
import { countryNow } from './seen.ts'

const pageOf = ({ code }: { code: string }) => `/admin/countries/${code}?done=countries.create`

/** A partner country of the installation, with the registry of its people. */
export const createCountry = command({
  name: 'countries.create',
  input: z
    .strictObject({
      id: NewId,
      code: CountryCode.refine((code) => countryCodes.has(code), { error: 'problem.no-such-country' }),
      code3: z.string().regex(/^[A-Z]{3}$/),
      numericCode: z.string().regex(/^\d{3}$/),
      /** In which its names are authentic. */
      language: LanguageCode,
      ...countryFields,
    })
    .superRefine(({ code, code3, numericCode }, context) => {
      const standard = countryCodes.get(code)
      if (standard && standard.code3 !== code3)
        context.addIssue({ code: 'custom', path: ['code3'], message: 'problem.other-country' })
      if (standard && standard.numericCode !== numericCode)
        context.addIssue({ code: 'custom', path: ['numericCode'], message: 'problem.other-country' })
    }),
  about: async () => ({}),
  allow: adminOf,
  async run({ tx, input }) {
    const wrong = await wrongIn(tx, input)
    if (wrong) return refused('invalid', 'problem.invalid', { fields: wrong })
    const name = typedTexts(null, input.name, { rechecked: input.nameRechecked, language: input.language })
    const officialName = typedTexts(null, input.officialName, {
      rechecked: input.officialNameRechecked,
      language: input.language,
    })
    const capital = typedTexts(null, input.capital, {
      rechecked: input.capitalRechecked,
      language: input.language,
    })
    if (!name || !officialName || !capital) return noAuthentic({ name, officialName, capital })
    await tx.$executeRaw`
      insert into countries (id, code, code3, numeric_code, name, official_name, capital, time_zone, currency, languages, note)
      values (${input.id}::uuid, ${input.code}, ${input.code3}, ${input.numericCode}, ${name}::jsonb,
        ${officialName}::jsonb, ${capital}::jsonb, ${input.timeZone}, ${input.currency},
        ${input.languages}, ${input.note ?? null})`
    await tx.$executeRaw`select open_registry(${input.id}::uuid)`
    return done(input.code)
  },
  answer: ({ tx, input }) => countryNow(tx, input.code),
  next: pageOf,
})

/** What only the database knows: is the country there, and does its clock know the zone? */
async function wrongIn(
  tx: Tx,
  { code, timeZone }: { code: string; timeZone: string },
): Promise<Record<string, string> | undefined> {
  if (await countryNow(tx, code)) return { code: 'problem.country-there' }
  return (await isKnownZone(tx, timeZone)) ? undefined : { timeZone: 'problem.no-such-zone' }
}

/** PostgreSQL reads its own copy of the zones, where the same name is written in one way only. */
export async function isKnownZone(tx: Tx, zone: string): Promise<boolean> {
  const [found] = await tx.$queryRaw<{ known: boolean }[]>`
    select exists (select from pg_timezone_names where name = ${zone}) as known`
  return found?.known ?? false
}
