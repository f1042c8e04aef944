import { z } from 'zod'
import { keepsPlan } from '#lib/access/roles.ts'
import { Code, NewId } from '#lib/core/fields.ts'
import { plannedPartnership } from '#lib/partnerships/planned.ts'
import { command } from '#lib/runner/command.ts'
import { done, refused } from '#lib/runner/outcome.ts'
import { keepLists } from './keep-lists.ts'
import { nextInitiativeCode } from './next-code.ts'
import { type ActedInitiative, pageOfInitiative } from './seen.ts'
import { fieldsOf } from './typed-fields.ts'
import { typedInitiative } from './typed.ts'

/** A new initiative in a direction: of both sides, or of the own side alone. It gets its code here. */
export const createInitiative = command({
  name: 'initiatives.create',
  input: z.strictObject({
    id: NewId,
    partnership: Code,
    ...typedInitiative,
    direction: z.string().regex(/^[A-Z]{2}$/, { error: 'problem.missing' }),
    audience: z.enum(['shared', 'own']).default('shared'),
  }),
  about: ({ tx, viewer, input }) => plannedPartnership(tx, viewer, input.partnership),
  allow: (viewer, { id }) => keepsPlan(viewer, id, 'shared'),
  async run({ tx, by, record: partnership, input }) {
    const audienceId = input.audience === 'shared' ? partnership.sharedAudienceId : partnership.ownAudienceId
    if (audienceId === null || (input.audience === 'own' && by.role !== 'staff'))
      return refused('not-allowed', 'initiatives.create.own-not-allowed')
    const [direction] = await tx.$queryRaw<{ id: string }[]>`
      select id::text from directions
      where partnership_id = ${partnership.id}::uuid and code = ${input.direction} and archived_at is null`
    if (!direction)
      return refused('invalid', 'problem.invalid', { fields: { direction: 'problem.malformed' } })
    const read = fieldsOf(input, null, partnership)
    if ('wrong' in read) return refused('invalid', 'problem.invalid', { fields: read.wrong })
    const { fields } = read
    const code = await nextInitiativeCode(tx, { directionId: direction.id, audienceId })
    await tx.$executeRaw`
      insert into initiatives (id, audience_id, partnership_id, direction_id, code, title, description, stages, regions,
        location, starts_on, starts_precision, ends_on, ends_precision, standing, standing_on, standing_precision)
      values (${input.id}::uuid, ${audienceId}::uuid, ${partnership.id}::uuid, ${direction.id}::uuid, ${code},
        ${fields.title}::jsonb, ${fields.description}::jsonb, ${fields.stages}, ${fields.regions}, ${fields.location},
        ${fields.startsOn}::date, ${fields.startsPrecision}, ${fields.endsOn}::date, ${fields.endsPrecision},
        ${fields.standing}, ${fields.standingOn}::date, ${fields.standingPrecision})`
    const lists = await keepLists(tx, { id: input.id, audienceId, partnership }, input)
    if ('wrong' in lists) return refused('invalid', 'problem.invalid', { fields: lists.wrong })
    return done(code)
  },
  async answer({ tx, input }) {
    const [made] = await tx.$queryRaw<ActedInitiative[]>`
      select i.code, p.code as partnership, i.archived_at is not null as "isArchived", i.version::text
      from initiatives i join partnerships p on p.id = i.partnership_id where i.id = ${input.id}::uuid`
    return made
  },
  next: (made) => `${pageOfInitiative(made)}?done=initiatives.create`,
})
