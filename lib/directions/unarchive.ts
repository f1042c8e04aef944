import { z } from 'zod'
import { adminOf } from '#lib/access/roles.ts'
import { NewId, Version } from '#lib/core/fields.ts'
import { command } from '#lib/runner/command.ts'
import { done } from '#lib/runner/outcome.ts'
import { archivedDirection, DirectionCode, directionNow, restsOnDirection } from './seen-to-change.ts'

/** Brings back a direction that was put away, behind the others. */
export const unarchiveDirection = command({
  name: 'directions.unarchive',
  input: z.strictObject({ id: NewId, direction: DirectionCode, version: Version }),
  about: ({ tx, input }) => archivedDirection(tx, input.direction),
  allow: adminOf,
  restsOn: restsOnDirection,
  async run({ tx, record: direction }) {
    await tx.$executeRaw`
      update directions d set archived_at = null, position = last.position + 1, version = gen_random_uuid()
      from (select max(position) as position from directions where partnership_id = ${direction.partnershipId}::uuid) last
      where d.id = ${direction.id}::uuid`
    return done(direction.id)
  },
  answer: ({ tx, input }) => directionNow(tx, input.direction),
  next: ({ partnership }) => `/admin/partnerships/${partnership}?done=directions.unarchive#directions`,
})
