import { z } from 'zod'
import { adminOf } from '#lib/access/roles.ts'
import { NewId, Version } from '#lib/core/fields.ts'
import { command } from '#lib/runner/command.ts'
import { done } from '#lib/runner/outcome.ts'
import { CountryCode } from './fields.ts'
import { archivedCountry, countryNow, restsOnCountry } from './seen.ts'

/** Brings back a country that was put away, with its calendar and the registry of its people. */
export const unarchiveCountry = command({
  name: 'countries.unarchive',
  input: z.strictObject({ id: NewId, country: CountryCode, version: Version }),
  about: ({ tx, input }) => archivedCountry(tx, input.country),
  allow: adminOf,
  restsOn: restsOnCountry,
  async run({ tx, record: country }) {
    await tx.$executeRaw`
      update countries set archived_at = null, version = gen_random_uuid() where id = ${country.id}::uuid`
    return done(country.code)
  },
  answer: ({ tx, input }) => countryNow(tx, input.country),
  next: ({ code }) => `/admin/countries/${code}?done=countries.unarchive`,
})
