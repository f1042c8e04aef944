import { z } from 'zod'
import { keepsPlan } from '#lib/access/roles.ts'
import { fieldTexts } from '#lib/core/typed-texts.ts'
import { command } from '#lib/runner/command.ts'
import { done, refused } from '#lib/runner/outcome.ts'
import type { Status } from '#lib/rules/milestone-status.ts'
import { about, milestoneNow, pageOf } from './about.ts'
import { keepDependencies } from './keep-dependencies.ts'
import { plannedMilestone, restsOnPlanned } from './planned.ts'
import { responsibleTyped } from './responsible-typed.ts'
import { typedMilestone } from './typed.ts'

/** Title, weight, who answers for it, what it waits for. A date that it has is moved by an act of its own; one that has none
 *  gets its first here. What a person states is no longer inferred. */
export const changeMilestone = command({
  name: 'milestones.change',
  input: z.strictObject({ ...about, ...typedMilestone }),
  about: ({ tx, viewer, input }) => plannedMilestone(tx, viewer, input.milestone),
  allow: (viewer, { partnership, audienceKind }) => keepsPlan(viewer, partnership.id, audienceKind),
  restsOn: restsOnPlanned,
  async run({ tx, record: milestone, input }) {
    const { partnership } = milestone
    if (input.due && milestone.isDated)
      return refused('invalid', 'problem.invalid', { fields: { due: 'milestones.form.dated' } })
    const title = fieldTexts('title', milestone.title, input.title, {
      languages: partnership.languages,
      language: input.language,
      rechecked: input.titleRechecked,
    })
    if ('wrong' in title) return refused('invalid', 'problem.invalid', { fields: title.wrong })
    const isMoved =
      input.side !== (milestone.side ?? 'joint') || (input.organisation ?? null) !== milestone.organisation
    if (isMoved && !open.includes(milestone.status))
      return refused('invalid', 'problem.invalid', { fields: { side: 'milestones.form.keys-turned' } })
    const responsible = await responsibleTyped(tx, partnership, input)
    if (isMoved && 'wrong' in responsible)
      return refused('invalid', 'problem.invalid', { fields: responsible.wrong })
    const dependent = { id: milestone.id, audienceId: milestone.audienceId, partnershipId: partnership.id }
    const kept = await keepDependencies(tx, dependent, [...input.waitsFor, ...input.alsoWaitsFor])
    if (!kept)
      return refused('invalid', 'problem.invalid', {
        fields: { alsoWaitsFor: 'milestones.form.no-such-milestone' },
      })
    const { countryId = null, organisationId = null } = 'wrong' in responsible ? {} : responsible
    const { on = null, precision = null } = input.due ?? {}
    // What only one side sees moves nothing that both see, the version neither.
    await tx.$executeRaw`
      update milestones m set title = typed.title, weight = typed.weight,
        weight_inferred = m.weight_inferred and m.weight = typed.weight,
        country_id = case when typed.is_moved then typed.country_id else m.country_id end,
        organisation_id = case when typed.is_moved then typed.organisation_id else m.organisation_id end,
        responsible_inferred = m.responsible_inferred and not typed.is_moved,
        baseline_on = coalesce(m.baseline_on, typed.due_on),
        baseline_precision = coalesce(m.baseline_precision, typed.due_precision),
        due_on = coalesce(m.due_on, typed.due_on), due_precision = coalesce(m.due_precision, typed.due_precision),
        version = gen_random_uuid()
      from (values (${title.texts}::jsonb, ${input.weight}::int, ${isMoved}::boolean, ${countryId}::uuid,
        ${organisationId}::uuid, ${on}::date, ${precision}::text))
        typed (title, weight, is_moved, country_id, organisation_id, due_on, due_precision)
      where m.id = ${milestone.id}::uuid and (${kept.changed > 0} or typed.is_moved or typed.due_on is not null
        or (m.title, m.weight) is distinct from (typed.title, typed.weight))`
    return done(milestone.code)
  },
  answer: ({ tx, input }) => milestoneNow(tx, input.milestone),
  next: (made) => `${pageOf(made)}?done=milestones.change`,
})

/** Whose milestone it is, is settled before a key is turned: the keys rest on it. */
const open: readonly Status[] = ['planned', 'in_progress', 'blocked']
