import { z } from 'zod'
import { adminOf } from '#lib/access/roles.ts'
import { Code, NewId, Version } from '#lib/core/fields.ts'
import { command } from '#lib/runner/command.ts'
import { done } from '#lib/runner/outcome.ts'
import { archivedPartnership, partnershipNow, restsOnPartnership } from './seen-to-change.ts'

/** Brings back a partnership that was put away: every role in it is again what it was. */
export const unarchivePartnership = command({
  name: 'partnerships.unarchive',
  input: z.strictObject({ id: NewId, partnership: Code, version: Version }),
  about: ({ tx, input }) => archivedPartnership(tx, input.partnership),
  allow: adminOf,
  restsOn: restsOnPartnership,
  async run({ tx, record: partnership }) {
    await tx.$executeRaw`select reopen_partnership(${partnership.id}::uuid)`
    await tx.$executeRaw`
      update partnerships set archived_at = null, version = gen_random_uuid() where id = ${partnership.id}::uuid`
    return done(partnership.code)
  },
  answer: ({ tx, input }) => partnershipNow(tx, input.partnership),
  next: ({ code }) => `/admin/partnerships/${code}?done=partnerships.unarchive`,
})
