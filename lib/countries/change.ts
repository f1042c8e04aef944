import { z } from 'zod'
import { adminOf } from '#lib/access/roles.ts'
import { NewId, Version } from '#lib/core/fields.ts'
import { typedTexts } from '#lib/core/typed-texts.ts'
import { command } from '#lib/runner/command.ts'
import { done, refused } from '#lib/runner/outcome.ts'
import { noAuthentic } from '#lib/runner/no-authentic.ts'
import { isKnownZone } from './create.ts'
import { CountryCode, countryFields } from './fields.ts'
import { countryNow, countrySeen, restsOnCountry } from './seen.ts'

/** Names, zone, currency and languages of a country; its codes stay. */
export const changeCountry = command({
  name: 'countries.change',
  input: z.strictObject({ id: NewId, country: CountryCode, version: Version, ...countryFields }),
  about: ({ tx, input }) => countrySeen(tx, input.country),
  allow: adminOf,
  restsOn: restsOnCountry,
  async run({ tx, record: country, input }) {
    if (!(await isKnownZone(tx, input.timeZone)))
      return refused('invalid', 'problem.invalid', { fields: { timeZone: 'problem.no-such-zone' } })
    const name = typedTexts(country.name, input.name, { rechecked: input.nameRechecked })
    const officialName = typedTexts(country.officialName, input.officialName, {
      rechecked: input.officialNameRechecked,
    })
    const capital = typedTexts(country.capital, input.capital, { rechecked: input.capitalRechecked })
    if (!name || !officialName || !capital) return noAuthentic({ name, officialName, capital })
    await tx.$executeRaw`
      update countries set name = ${name}::jsonb, official_name = ${officialName}::jsonb,
        capital = ${capital}::jsonb, time_zone = ${input.timeZone}, currency = ${input.currency},
        languages = ${input.languages}, note = ${input.note ?? null}, version = gen_random_uuid()
      where id = ${country.id}::uuid`
    return done(country.code)
  },
  answer: ({ tx, input }) => countryNow(tx, input.country),
  next: ({ code }) => `/admin/countries/${code}?done=countries.change`,
})
