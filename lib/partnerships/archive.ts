import { z } from 'zod'
import { adminOf } from '#lib/access/roles.ts'
import { Code, NewId, Version } from '#lib/core/fields.ts'
import { command } from '#lib/runner/command.ts'
import { done } from '#lib/runner/outcome.ts'
import { partnershipNow, partnershipToChange, restsOnPartnership } from './seen-to-change.ts'

/** Puts a partnership away. Nothing in it changes: with the next request whoever had a role in it only reads it. */
export const archivePartnership = command({
  name: 'partnerships.archive',
  input: z.strictObject({ id: NewId, partnership: Code, version: Version }),
  about: ({ tx, input }) => partnershipToChange(tx, input.partnership),
  allow: adminOf,
  restsOn: restsOnPartnership,
  async run({ tx, record: partnership, at }) {
    await tx.$executeRaw`
      update partnerships set archived_at = ${at}, version = gen_random_uuid() where id = ${partnership.id}::uuid`
    return done(partnership.code)
  },
  answer: ({ tx, input }) => partnershipNow(tx, input.partnership),
  next: ({ code }) => `/admin/partnerships/${code}?done=partnerships.archive`,
})
