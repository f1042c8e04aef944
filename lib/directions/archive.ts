import { z } from 'zod'
import { adminOf } from '#lib/access/roles.ts'
import { NewId, Version } from '#lib/core/fields.ts'
import { command } from '#lib/runner/command.ts'
import { done } from '#lib/runner/outcome.ts'
import { DirectionCode, directionNow, directionToChange, restsOnDirection } from './seen-to-change.ts'

/** Puts a direction away. What hangs on it stays as it is: whoever looks for it no longer finds the direction. */
export const archiveDirection = command({
  name: 'directions.archive',
  input: z.strictObject({ id: NewId, direction: DirectionCode, version: Version }),
  about: ({ tx, input }) => directionToChange(tx, input.direction),
  allow: adminOf,
  restsOn: restsOnDirection,
  async run({ tx, record: direction, at }) {
    await tx.$executeRaw`
      update directions set archived_at = ${at}, version = gen_random_uuid() where id = ${direction.id}::uuid`
    return done(direction.id)
  },
  answer: ({ tx, input }) => directionNow(tx, input.direction),
  next: ({ partnership }) => `/admin/partnerships/${partnership}?done=directions.archive#directions`,
})
