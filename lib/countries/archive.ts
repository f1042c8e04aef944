import { z } from 'zod'
import { adminOf } from '#lib/access/roles.ts'
import { NewId, Version } from '#lib/core/fields.ts'
import type { Tx } from '#lib/core/transaction.ts'
import { command } from '#lib/runner/command.ts'
import { done, refused } from '#lib/runner/outcome.ts'
import { CountryCode } from './fields.ts'
import { countryNow, countrySeen, restsOnCountry } from './seen.ts'

/** Puts a country away to which nothing belongs any more that is open. What was dated by its calendar stays so. */
export const archiveCountry = command({
  name: 'countries.archive',
  input: z.strictObject({ id: NewId, country: CountryCode, version: Version }),
  about: ({ tx, input }) => countrySeen(tx, input.country),
  allow: adminOf,
  restsOn: restsOnCountry,
  async run({ tx, record: country, at }) {
    const held = await heldBy(tx, country.id)
    if (held !== undefined) return refused('not-allowed', held)
    await tx.$executeRaw`
      update countries set archived_at = ${at}, version = gen_random_uuid() where id = ${country.id}::uuid`
    return done(country.code)
  },
  answer: ({ tx, input }) => countryNow(tx, input.country),
  next: () => '/admin/countries?done=countries.archive',
})

/** The sentence for what is in the way, asked when the country is locked already. Of what the admin may not see it says only
 *  that it is there. */
async function heldBy(tx: Tx, country: string): Promise<string | undefined> {
  const [held] = await tx.$queryRaw<
    { isSide: boolean; hasOrganisations: boolean; isInUse: boolean | null }[]
  >`
    select exists (select from sides where country_id = ${country}::uuid) as "isSide",
      exists (select from organisations where archived_at is null
        and ${country}::uuid in (country_id, joint_country_id)) as "hasOrganisations",
      is_country_in_use(${country}::uuid) as "isInUse"`
  if (held?.isSide) return 'countries.archive.is-side'
  if (held?.hasOrganisations) return 'countries.archive.has-organisations'
  return held?.isInUse === false ? undefined : 'countries.archive.in-use'
}
