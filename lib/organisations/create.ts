import { z } from 'zod'
import { sideAdmin } from '#lib/access/roles.ts'
import { sql } from '#lib/core/database.ts'
import { NewId, optional } from '#lib/core/fields.ts'
import type { Tx } from '#lib/core/transaction.ts'
import { typedTexts } from '#lib/core/typed-texts.ts'
import { openCountries } from '#lib/countries/open-countries.ts'
import { writtenIn } from '#lib/countries/written-in.ts'
import { command } from '#lib/runner/command.ts'
import { done, refused } from '#lib/runner/outcome.ts'
import { organisationStem } from '#lib/rules/codes.ts'
import { typedOrganisation } from './typed.ts'

/** The admin of a side adds an organisation of his country, or a joint venture of it with another one. The server allots
 *  its code. */
export const createOrganisation = command({
  name: 'organisations.create',
  input: z.strictObject({
    id: NewId,
    ...typedOrganisation,
    /** Of a joint venture: the other country. */
    jointCountry: optional(z.string().regex(/^[A-Z]{2}$/)),
  }),
  about: async () => ({}),
  allow: sideAdmin,
  async run({ tx, viewer, input }) {
    const joint = await otherCountry(tx, viewer.country, input.jointCountry)
    if (joint === undefined)
      return refused('invalid', 'problem.invalid', { fields: { jointCountry: 'problem.malformed' } })
    const [language] = await writtenIn(tx, viewer.country)
    const name = typedTexts(null, input.name, { language, rechecked: [] })
    if (!name)
      return refused('invalid', 'problem.invalid', { fields: { [`name.${language}`]: 'problem.missing' } })
    const code = await freeCode(
      tx,
      organisationStem(joint === null ? viewer.side : 'JV', input.acronym, input.name['en'] ?? ''),
    )
    await tx.$executeRaw`
      insert into organisations (id, code, country_id, joint_country_id, kind, iati_type, name, acronym)
      values (${input.id}::uuid, ${code}, ${viewer.country}::uuid, ${joint}::uuid, ${input.kind}, ${input.iatiType},
        ${name}::jsonb, ${input.acronym ?? null})`
    return done(input.id)
  },
  async answer({ tx, input }) {
    const [made] = await tx.$queryRaw<{ code: string; version: string }[]>`
      select code, version::text from organisations where id = ${input.id}::uuid`
    return made
  },
  next: ({ code }) => `/admin/organisations/${code}?done=create`,
})

/** Its id; null: none was named; undefined: there is no such other country. */
async function otherCountry(
  tx: Tx,
  own: string,
  code: string | undefined,
): Promise<string | null | undefined> {
  if (code === undefined) return null
  return (await openCountries(tx, sql`code = ${code} and id <> ${own}::uuid`)).get(code)
}

/** Everybody sees every organisation, so the number that a second one of a name gets tells nothing. */
async function freeCode(tx: Tx, stem: string): Promise<string> {
  const taken = await tx.$queryRaw<{ code: string }[]>`
    select code from organisations where code = ${stem} or code like ${`${stem}-%`}`
  const codes = new Set(taken.map(({ code }) => code))
  let number = 1
  const code = () => (number === 1 ? stem : `${stem}-${number}`)
  while (codes.has(code())) number += 1
  return code()
}
