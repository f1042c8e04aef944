import { z } from 'zod'
import { keepsPlan } from '#lib/access/roles.ts'
import { Code, NewId, Version } from '#lib/core/fields.ts'
import { command } from '#lib/runner/command.ts'
import { done, refused } from '#lib/runner/outcome.ts'
import { keepLists } from './keep-lists.ts'
import { initiativeNow, initiativeSeenBy, pageOfInitiative, restsOnInitiative } from './seen.ts'
import { fieldsOf } from './typed-fields.ts'
import { typedInitiative } from './typed.ts'

/** Everything about an initiative but its direction, which its code names, and its audience, which a release widens. What a
 *  person states is no longer inferred. */
export const changeInitiative = command({
  name: 'initiatives.change',
  input: z.strictObject({ id: NewId, initiative: Code, version: Version, ...typedInitiative }),
  about: ({ tx, viewer, input }) => initiativeSeenBy(tx, viewer, input.initiative),
  allow: (viewer, { partnership, audienceKind }) => keepsPlan(viewer, partnership.id, audienceKind),
  restsOn: restsOnInitiative,
  async run({ tx, record: initiative, input }) {
    const read = fieldsOf(input, initiative, initiative.partnership)
    if ('wrong' in read) return refused('invalid', 'problem.invalid', { fields: read.wrong })
    const { fields } = read
    const lists = await keepLists(tx, initiative, input)
    if ('wrong' in lists) return refused('invalid', 'problem.invalid', { fields: lists.wrong })
    // What only one side sees moves nothing that both see, the version neither.
    await tx.$executeRaw`
      update initiatives i set title = typed.title, description = typed.description,
        stages = typed.stages, stages_inferred = i.stages_inferred and i.stages = typed.stages,
        regions = typed.regions, location = typed.location, starts_on = typed.starts_on,
        starts_precision = typed.starts_precision, ends_on = typed.ends_on, ends_precision = typed.ends_precision,
        standing = typed.standing, standing_on = typed.standing_on, standing_precision = typed.standing_precision,
        standing_inferred = i.standing_inferred and i.standing = typed.standing
          and i.standing_on is not distinct from typed.standing_on,
        version = gen_random_uuid()
      from (values (${fields.title}::jsonb, ${fields.description}::jsonb, ${fields.stages}::text[],
        ${fields.regions}::text[], ${fields.location}::text, ${fields.startsOn}::date, ${fields.startsPrecision}::text,
        ${fields.endsOn}::date, ${fields.endsPrecision}::text, ${fields.standing}::text, ${fields.standingOn}::date,
        ${fields.standingPrecision}::text))
        typed (title, description, stages, regions, location, starts_on, starts_precision, ends_on, ends_precision,
          standing, standing_on, standing_precision)
      where i.id = ${initiative.id}::uuid and (${lists.changed > 0} or
        (i.title, i.description, i.stages, i.regions, i.location, i.starts_on, i.starts_precision, i.ends_on,
          i.ends_precision, i.standing, i.standing_on, i.standing_precision) is distinct from
        (typed.title, typed.description, typed.stages, typed.regions, typed.location, typed.starts_on,
          typed.starts_precision, typed.ends_on, typed.ends_precision, typed.standing, typed.standing_on,
          typed.standing_precision))`
    return done(initiative.code)
  },
  answer: ({ tx, input }) => initiativeNow(tx, input.initiative),
  next: (made) => `${pageOfInitiative(made)}?done=initiatives.change`,
})
