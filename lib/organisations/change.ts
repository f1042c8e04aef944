import { z } from 'zod'
import { Code, NewId, Version } from '#lib/core/fields.ts'
import { typedTexts } from '#lib/core/typed-texts.ts'
import { writtenIn } from '#lib/countries/written-in.ts'
import { command } from '#lib/runner/command.ts'
import { done, refused } from '#lib/runner/outcome.ts'
import { keeperOf, organisationNow, organisationToChange } from './seen.ts'
import { typedOrganisation } from './typed.ts'

/** Names an organisation anew, or says what it is. */
export const changeOrganisation = command({
  name: 'organisations.change',
  input: z.strictObject({ id: NewId, organisation: Code, version: Version, ...typedOrganisation }),
  about: ({ tx, input }) => organisationToChange(tx, input.organisation),
  allow: keeperOf,
  restsOn: ({ version, id }) => ({ version, recordId: id }),
  async run({ tx, viewer, record: organisation, input }) {
    const [language] = await writtenIn(tx, viewer.country)
    const how = { language, rechecked: input.nameRechecked }
    const name = typedTexts(organisation.name, input.name, how)
    if (!name) return refused('invalid', 'problem.invalid', { fields: { name: 'problem.no-authentic' } })
    await tx.$executeRaw`
      update organisations set name = ${name}::jsonb, acronym = ${input.acronym ?? null},
        kind = ${input.kind}, iati_type = ${input.iatiType}, version = gen_random_uuid()
      where id = ${organisation.id}::uuid`
    return done(organisation.code)
  },
  answer: ({ tx, input }) => organisationNow(tx, input.organisation),
  next: ({ code }) => `/admin/organisations/${code}?done=change`,
})
