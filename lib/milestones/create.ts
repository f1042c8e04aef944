import { z } from 'zod'
import { keepsPlan } from '#lib/access/roles.ts'
import { Code, NewId } from '#lib/core/fields.ts'
import { fieldTexts } from '#lib/core/typed-texts.ts'
import { initiativeSeenBy } from '#lib/initiatives/seen.ts'
import { command } from '#lib/runner/command.ts'
import { done, refused } from '#lib/runner/outcome.ts'
import { type MovedMilestone, pageOf } from './about.ts'
import { keepDependencies } from './keep-dependencies.ts'
import { nextMilestoneCode } from './next-code.ts'
import { responsibleTyped } from './responsible-typed.ts'
import { typedMilestone } from './typed.ts'

/** A new milestone of an initiative: for all who see the initiative's shared records, or for the own side alone. It gets its
 *  code here; its first due date is the baseline. */
export const createMilestone = command({
  name: 'milestones.create',
  input: z.strictObject({
    id: NewId,
    initiative: Code,
    ...typedMilestone,
    audience: z.enum(['shared', 'own']).default('shared'),
  }),
  about: ({ tx, viewer, input }) => initiativeSeenBy(tx, viewer, input.initiative),
  allow: (viewer, { partnership, audienceKind }) =>
    keepsPlan(viewer, partnership.id, audienceKind === 'side' ? 'side' : 'shared'),
  async run({ tx, by, record: initiative, input }) {
    const { partnership } = initiative
    const isOwn = input.audience === 'own' || initiative.audienceKind === 'side'
    const audienceId = isOwn ? partnership.ownAudienceId : partnership.sharedAudienceId
    if (audienceId === null || (isOwn && by.role !== 'staff'))
      return refused('not-allowed', 'milestones.create.own-not-allowed')
    const title = fieldTexts('title', null, input.title, {
      ...input,
      languages: partnership.languages,
      rechecked: [],
    })
    if ('wrong' in title) return refused('invalid', 'problem.invalid', { fields: title.wrong })
    const responsible = await responsibleTyped(tx, partnership, input)
    if ('wrong' in responsible) return refused('invalid', 'problem.invalid', { fields: responsible.wrong })
    const code = await nextMilestoneCode(tx, { initiativeId: initiative.id, audienceId })
    const { on = null, precision = null } = input.due ?? {}
    await tx.$executeRaw`
      insert into milestones (id, audience_id, partnership_id, direction_id, initiative_id, code, title, country_id,
        organisation_id, weight, baseline_on, baseline_precision, due_on, due_precision)
      values (${input.id}::uuid, ${audienceId}::uuid, ${partnership.id}::uuid, ${initiative.directionId}::uuid,
        ${initiative.id}::uuid, ${code}, ${title.texts}::jsonb, ${responsible.countryId}::uuid,
        ${responsible.organisationId}::uuid, ${input.weight}, ${on}::date, ${precision}, ${on}::date, ${precision})`
    const milestone = { id: input.id, audienceId, partnershipId: partnership.id }
    const kept = await keepDependencies(tx, milestone, [...input.waitsFor, ...input.alsoWaitsFor])
    return kept ? done(code) : refused('invalid', 'problem.invalid', { fields: noSuchMilestone })
  },
  async answer({ tx, input }) {
    const [made] = await tx.$queryRaw<MovedMilestone[]>`
      select m.code, p.code as partnership, m.status, m.percent, m.version::text
      from milestones m join partnerships p on p.id = m.partnership_id where m.id = ${input.id}::uuid`
    return made
  },
  next: (made) => `${pageOf(made)}?done=milestones.create`,
})

const noSuchMilestone = { alsoWaitsFor: 'milestones.form.no-such-milestone' }
