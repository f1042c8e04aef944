import { z } from 'zod'
import { sql } from '#lib/core/database.ts'
import { Code, NewId, Version } from '#lib/core/fields.ts'
import { openCountries } from '#lib/countries/open-countries.ts'
import { command } from '#lib/runner/command.ts'
import { done, refused } from '#lib/runner/outcome.ts'
import { archivedOrganisation, keeperOf, organisationNow } from './seen.ts'

/** Brings back an organisation that was put away, with its code and its posts. */
export const unarchiveOrganisation = command({
  name: 'organisations.unarchive',
  input: z.strictObject({ id: NewId, organisation: Code, version: Version }),
  about: ({ tx, input }) => archivedOrganisation(tx, input.organisation),
  allow: keeperOf,
  restsOn: ({ version, id }) => ({ version, recordId: id }),
  async run({ tx, record: organisation }) {
    const open = await openCountries(tx, sql`id = any(${organisation.countries}::uuid[])`)
    if (open.size < organisation.countries.length)
      return refused('not-allowed', 'organisations.unarchive.country-archived')
    await tx.$executeRaw`
      update organisations set archived_at = null, version = gen_random_uuid()
      where id = ${organisation.id}::uuid`
    return done(organisation.code)
  },
  answer: ({ tx, input }) => organisationNow(tx, input.organisation),
  next: ({ code }) => `/admin/organisations/${code}?done=unarchive`,
})
