import { z } from 'zod'
import { holds } from '#lib/access/roles.ts'
import type { Held, Viewer } from '#lib/access/viewer.ts'
import { Code, optional, Reason, TypedDate } from '#lib/core/fields.ts'
import type { Tx } from '#lib/core/transaction.ts'
import { command } from '#lib/runner/command.ts'
import { done, refused } from '#lib/runner/outcome.ts'
import { dueCauses, isSameDue, kindOfChange, mayMoveDate } from '#lib/rules/due-date-change.ts'
import { stateAsAsked } from '#lib/rules/two-sides.ts'
import { about, onMilestone } from './about.ts'
import { audienceFor } from './audience-for.ts'
import { dueDateChangeNow, milestoneOf } from './due-date-change-now.ts'
import { moveDueDate, placeOfChange } from './move-due-date.ts'
import { responsibleFor } from './responsible.ts'
import { milestoneSeenBy, type SeenMilestone } from './seen.ts'
import { sign } from './sign.ts'

/** Asks for another date of a milestone. An official's asking is his side's own until its staff put it to the other side; what
 *  staff ask is put at once, and agreed where nobody else has to agree. */
export const changeDueDate = command({
  name: 'milestones.change-due-date',
  input: z
    .strictObject({
      ...about,
      to: TypedDate,
      cause: z.enum(dueCauses),
      /** The side that caused it: ISO 3166 code; none where no single one did. */
      causedBy: optional(z.string().regex(/^[A-Z]{2}$/)),
      words: Reason,
      meeting: optional(Code),
      /** The milestone because of which this one moves. */
      becauseOf: optional(Code),
    })
    .refine(({ cause, becauseOf }) => cause !== 'other_milestone' || becauseOf !== undefined, {
      path: ['becauseOf'],
      error: 'problem.missing',
    }),
  about: ({ tx, viewer, input }) => milestoneSeenBy(tx, viewer, input.milestone),
  allow: askerFor,
  ...onMilestone,
  async run({ tx, viewer, by, record: milestone, input, at }) {
    const may = mayMoveDate(milestone.status)
    if (!may.may) return refused('not-allowed', `rules.why-not.${may.why}`)
    if (isSameDue(milestone.due, input.to)) return wrong('to', 'problem.same-date')
    if (await hasOpenChange(tx, milestone))
      return refused('conflict', 'milestones.change-due-date.already-open')
    const { meeting, becauseOf, causeCountry } = await named(tx, milestone, input)
    if (input.meeting !== undefined && !meeting) return wrong('meeting', 'problem.not-to-name')
    if (input.becauseOf !== undefined && !becauseOf) return wrong('becauseOf', 'problem.not-to-name')
    if (input.causedBy !== undefined && !causeCountry) return wrong('causedBy', 'problem.malformed')

    const state = stateAsAsked(milestone.needed, viewer.side, by.role === 'staff')
    const isAgreed = state === 'agreed'
    await tx.$executeRaw`
      insert into due_date_changes (id, audience_id, partnership_id, milestone_id, kind, from_on, from_precision, to_on,
        to_precision, days, cause, cause_country_id, words, because_of_id, meeting_id, state, asked_country_id,
        asked_post_id, asked_at, agreed_post_id, agreed_at, position)
      values (${input.id}::uuid, ${await audienceFor(tx, state, milestone)}::uuid, ${milestone.partnershipId}::uuid,
        ${milestone.id}::uuid, ${kindOfChange(milestone.due, input.to)}, ${milestone.due?.on ?? null}::date,
        ${milestone.due?.precision ?? null}, ${input.to.on}::date, ${input.to.precision},
        ${input.to.on}::date - ${milestone.due?.on ?? null}::date, ${input.cause}, ${causeCountry ?? null}::uuid,
        ${input.words}, ${becauseOf ?? null}::uuid, ${meeting ?? null}::uuid, ${state}, ${viewer.country}::uuid,
        ${by.post}::uuid, ${at}, ${isAgreed ? by.post : null}::uuid, ${isAgreed ? at : null},
        ${await placeOfChange(tx, milestone)})`
    await sign(tx, viewer, milestone.ownAudienceId, { dueDateChange: input.id, act: 'asked' })
    if (isAgreed) await moveDueDate(tx, milestone, input.to)
    return done(input.id)
  },
  answer: ({ tx, input }) => dueDateChangeNow(tx, input.id),
  next: milestoneOf('milestones.change-due-date'),
})

/** Whoever is official and staff asks as staff: it then waits for nobody of his own side. */
function askerFor(viewer: Viewer, milestone: SeenMilestone): Held | undefined {
  const isOwnSide = milestone.side === null || milestone.side === viewer.side
  const staff = isOwnSide ? holds(viewer, milestone.partnershipId, 'staff') : undefined
  return staff ?? responsibleFor(viewer, milestone)
}

const wrong = (field: string, message: string) =>
  refused('invalid', 'problem.invalid', { fields: { [field]: message } })

/** As far as the viewer can know. */
async function hasOpenChange(tx: Tx, { id }: SeenMilestone): Promise<boolean> {
  const open = await tx.$queryRaw<unknown[]>`
    select 1 from due_date_changes where milestone_id = ${id}::uuid and state in ('asked', 'put')`
  return open.length > 0
}

type Named = {
  meeting?: string | undefined
  becauseOf?: string | undefined
  causedBy?: string | undefined
}

/** Ids of what was named, as the viewer sees it. A meeting or a milestone that fewer see than this one cannot be a reason that
 *  both sides read. */
async function named(tx: Tx, milestone: SeenMilestone, { meeting, becauseOf, causedBy }: Named) {
  const [found] = await tx.$queryRaw<
    [{ meeting: string | null; becauseOf: string | null; causeCountry: string | null }]
  >`
    select
      (select g.id::text from meetings g where g.code = ${meeting ?? null} and g.archived_at is null
        and g.partnership_id = ${milestone.partnershipId}::uuid
        and holds(g.audience_id, ${milestone.audienceId}::uuid)) as meeting,
      (select b.id::text from milestones b where b.code = ${becauseOf ?? null} and b.archived_at is null
        and b.partnership_id = ${milestone.partnershipId}::uuid and b.id <> ${milestone.id}::uuid
        and holds(b.audience_id, ${milestone.audienceId}::uuid)) as "becauseOf",
      (select c.id::text from sides s join countries c on c.id = s.country_id
        where s.partnership_id = ${milestone.partnershipId}::uuid and c.code = ${causedBy ?? null}) as "causeCountry"`
  return found
}
