import { z } from 'zod'
import { Code, NewId, Version } from '#lib/core/fields.ts'
import { command } from '#lib/runner/command.ts'
import { done, refused } from '#lib/runner/outcome.ts'
import { keeperOf, organisationNow, organisationToChange } from './seen.ts'

/** Puts an organisation away that exists no more. What it did stays with its name; nobody may still hold a post in it. */
export const archiveOrganisation = command({
  name: 'organisations.archive',
  input: z.strictObject({ id: NewId, organisation: Code, version: Version }),
  about: ({ tx, input }) => organisationToChange(tx, input.organisation),
  allow: keeperOf,
  restsOn: ({ version, id }) => ({ version, recordId: id }),
  async run({ tx, record: organisation, at }) {
    // Asked once it is locked: somebody may have been appointed while this act waited.
    const [still] = await tx.$queryRaw<[{ leadsSide: boolean; isHeld: boolean }]>`
      select exists (select from sides s where s.lead_organisation_id = ${organisation.id}::uuid) as "leadsSide",
        exists (select from posts po join appointments a on a.post_id = po.id
          where po.organisation_id = ${organisation.id}::uuid and po.archived_at is null
            and coalesce(a.to_on, 'infinity') >= (now() at time zone 'UTC')::date) as "isHeld"`
    if (still.leadsSide) return refused('not-allowed', 'organisations.archive.leads-side')
    if (still.isHeld) return refused('not-allowed', 'organisations.archive.held')
    await tx.$executeRaw`
      update organisations set archived_at = ${at}, version = gen_random_uuid()
      where id = ${organisation.id}::uuid`
    return done(organisation.code)
  },
  answer: ({ tx, input }) => organisationNow(tx, input.organisation),
  next: () => '/admin/organisations?done=archive',
})
