import { z } from 'zod'
import { keepsPlan } from '#lib/access/roles.ts'
import { Code, NewId, Version } from '#lib/core/fields.ts'
import { archiveMilestonesOf } from '#lib/milestones/archive-of.ts'
import { command } from '#lib/runner/command.ts'
import { done } from '#lib/runner/outcome.ts'
import { initiativeNow, initiativeSeenBy, pageOfInitiative, restsOnInitiative } from './seen.ts'

/** Puts an initiative away with the milestones that all see who see it, under one moment, by which they come back together.
 *  What a side keeps to itself stays with it. */
export const archiveInitiative = command({
  name: 'initiatives.archive',
  input: z.strictObject({ id: NewId, initiative: Code, version: Version }),
  about: ({ tx, viewer, input }) => initiativeSeenBy(tx, viewer, input.initiative),
  allow: (viewer, { partnership, audienceKind }) => keepsPlan(viewer, partnership.id, audienceKind),
  restsOn: restsOnInitiative,
  async run({ tx, record: initiative, at }) {
    await tx.$executeRaw`
      update initiatives set archived_at = ${at}, version = gen_random_uuid() where id = ${initiative.id}::uuid`
    await archiveMilestonesOf(tx, initiative, at)
    return done(initiative.code)
  },
  answer: ({ tx, input }) => initiativeNow(tx, input.initiative),
  next: (made) => `${pageOfInitiative(made)}/change`,
})
