import { z } from 'zod'
import { Code, NewId, Version } from '#lib/core/fields.ts'
import { command } from '#lib/runner/command.ts'
import { done } from '#lib/runner/outcome.ts'
import { archivedOrganisation, keeperOf, organisationNow } from './seen.ts'

/** Brings back an organisation that was put away, with its code and its posts. */
export const unarchiveOrganisation = command({
  name: 'organisations.unarchive',
  input: z.strictObject({ id: NewId, organisation: Code, version: Version }),
  about: ({ tx, input }) => archivedOrganisation(tx, input.organisation),
  allow: keeperOf,
  restsOn: ({ version, id }) => ({ version, recordId: id }),
  async run({ tx, record: organisation }) {
    await tx.$executeRaw`
      update organisations set archived_at = null, version = gen_random_uuid()
      where id = ${organisation.id}::uuid`
    return done(organisation.code)
  },
  answer: ({ tx, input }) => organisationNow(tx, input.organisation),
  next: ({ code }) => `/admin/organisations/${code}?done=unarchive`,
})
