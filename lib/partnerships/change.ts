import { z } from 'zod'
import { adminOf } from '#lib/access/roles.ts'
import type { Tx } from '#lib/core/transaction.ts'
import { Code, NewId, optional, Version } from '#lib/core/fields.ts'
import { typedTexts } from '#lib/core/typed-texts.ts'
import { CountryCode } from '#lib/countries/fields.ts'
import { command } from '#lib/runner/command.ts'
import { done, refused } from '#lib/runner/outcome.ts'
import { noAuthentic } from '#lib/runner/no-authentic.ts'
import { checkPeriod, partnershipFields } from './fields.ts'
import { partnershipNow, partnershipToChange, restsOnPartnership } from './seen-to-change.ts'

/** Title, period, languages and lead organisations of a partnership; its countries stay. */
export const changePartnership = command({
  name: 'partnerships.change',
  input: z
    .strictObject({
      id: NewId,
      partnership: Code,
      version: Version,
      /** Of each side, by its country: the code of the organisation that leads. */
      lead: z.record(CountryCode, optional(Code)).default({}),
      ...partnershipFields,
    })
    .superRefine(checkPeriod),
  about: ({ tx, input }) => partnershipToChange(tx, input.partnership),
  allow: adminOf,
  restsOn: restsOnPartnership,
  async run({ tx, record: partnership, input }) {
    const title = typedTexts(partnership.title, input.title, { rechecked: input.titleRechecked })
    const programme = typedTexts(partnership.programme, input.programme, {
      rechecked: input.programmeRechecked,
    })
    if (!title || !programme) return noAuthentic({ title, programme })
    const wrong: Record<string, string> = {}
    for (const side of partnership.sides)
      if (!(await lead(tx, side, input.lead[side.country])))
        wrong[`lead.${side.country}`] = 'problem.no-such-organisation'
    if (Object.keys(wrong).length > 0) return refused('invalid', 'problem.invalid', { fields: wrong })
    await tx.$executeRaw`
      update partnerships set title = ${title}::jsonb, programme = ${programme}::jsonb,
        starts_on = ${input.starts.on}::date, starts_precision = ${input.starts.precision},
        ends_inferred = ends_inferred and ends_on = ${input.ends.on}::date,
        ends_on = ${input.ends.on}::date, ends_precision = ${input.ends.precision}, languages = ${input.languages},
        note = ${input.note ?? null}, version = gen_random_uuid()
      where id = ${partnership.id}::uuid`
    return done(partnership.code)
  },
  answer: ({ tx, input }) => partnershipNow(tx, input.partnership),
  next: ({ code }) => `/admin/partnerships/${code}?done=partnerships.change`,
})

/** False: the side's country has no such organisation. */
async function lead(
  tx: Tx,
  side: { id: string; countryId: string },
  code: string | undefined,
): Promise<boolean> {
  const led = await tx.$executeRaw`
    update sides s set lead_organisation_id = o.id
    from (select null::uuid as id where ${code ?? null}::text is null
      union all select id from organisations where code = ${code ?? null} and archived_at is null
        and ${side.countryId}::uuid in (country_id, joint_country_id)) o
    where s.id = ${side.id}::uuid`
  return led === 1
}
