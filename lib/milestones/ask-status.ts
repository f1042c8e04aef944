import type { Act } from '#lib/runner/command.ts'
import { done, refused, type Outcome } from '#lib/runner/outcome.ts'
import { actorIn } from '#lib/access/roles.ts'
import { mayAct } from '#lib/rules/milestone-status.ts'
import { stateAsAsked } from '#lib/rules/two-sides.ts'
import { audienceFor } from './audience-for.ts'
import { changeStatus } from './change-status.ts'
import type { SeenMilestone } from './seen.ts'
import { sign } from './sign.ts'

export type StatusAct = 'cancel' | 'restore'

/** Staff of one side ask that a milestone is cancelled or restored. It is put to the other side at once; where nobody else has to
 *  agree, it happens. */
export async function askStatus(
  kind: StatusAct,
  { tx, viewer, by, record: milestone, input, at }: Act<{ id: string; reason: string }, SeenMilestone>,
): Promise<Outcome<string>> {
  const may = mayAct(kind, milestone, actorIn(viewer, milestone.partnershipId))
  if (!may.may) return refused('not-allowed', `rules.why-not.${may.why}`)
  const open = await tx.$queryRaw<unknown[]>`
    select 1 from status_changes where milestone_id = ${milestone.id}::uuid and state = 'put'`
  if (open.length > 0) return refused('conflict', `milestones.${kind}.already-open`)
  const state = stateAsAsked(milestone.needed, viewer.side, true)
  const isAgreed = state === 'agreed'
  await tx.$executeRaw`
    insert into status_changes (id, audience_id, partnership_id, milestone_id, kind, reason, state, asked_country_id,
      asked_post_id, asked_at, agreed_post_id, agreed_at)
    values (${input.id}::uuid, ${await audienceFor(tx, state, milestone)}::uuid, ${milestone.partnershipId}::uuid,
      ${milestone.id}::uuid, ${kind}, ${input.reason}, ${state}, ${viewer.country}::uuid, ${by.post}::uuid, ${at},
      ${isAgreed ? by.post : null}::uuid, ${isAgreed ? at : null})`
  await sign(tx, viewer, milestone.ownAudienceId, { statusChange: input.id, act: 'asked' })
  if (isAgreed) await changeStatus(tx, kind, milestone)
  return done(input.id)
}
