import { z } from 'zod'
import { keepsPlan } from '#lib/access/roles.ts'
import { Code, NewId, Version } from '#lib/core/fields.ts'
import { unarchiveMilestonesOf } from '#lib/milestones/archive-of.ts'
import { command } from '#lib/runner/command.ts'
import { done } from '#lib/runner/outcome.ts'
import { initiativeNow, initiativeSeenBy, pageOfInitiative, restsOnInitiative } from './seen.ts'

/** Brings an initiative back, with the milestones that were put away with it; those put away before stay so. */
export const unarchiveInitiative = command({
  name: 'initiatives.unarchive',
  input: z.strictObject({ id: NewId, initiative: Code, version: Version }),
  about: ({ tx, viewer, input }) => initiativeSeenBy(tx, viewer, input.initiative, true),
  allow: (viewer, { partnership, audienceKind }) => keepsPlan(viewer, partnership.id, audienceKind),
  restsOn: restsOnInitiative,
  async run({ tx, record: initiative }) {
    await unarchiveMilestonesOf(tx, initiative.id)
    await tx.$executeRaw`
      update initiatives set archived_at = null, version = gen_random_uuid() where id = ${initiative.id}::uuid`
    return done(initiative.code)
  },
  answer: ({ tx, input }) => initiativeNow(tx, input.initiative),
  next: (made) => `${pageOfInitiative(made)}?done=initiatives.unarchive`,
})
