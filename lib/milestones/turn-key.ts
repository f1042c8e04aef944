import { randomUUID } from 'node:crypto'
import { actorIn } from '#lib/access/roles.ts'
import type { Act } from '#lib/runner/command.ts'
import { done, refused, type Outcome } from '#lib/runner/outcome.ts'
import { mayAct, statusAfter, type Status } from '#lib/rules/milestone-status.ts'
import type { SeenMilestone } from './seen.ts'
import { sign } from './sign.ts'

/** How the milestone stands afterwards. */
export type Turned = { status: Status; version: string }

export type KeyInput = { id: string; reason?: string | undefined }

const verdicts = { confirm: 'confirmed', dispute: 'disputed', withdraw: 'withdrawn' } as const

/** Rule 1: the side's earlier word is replaced, the new one stands, and the status is what the standing keys say. */
export async function turnKey(
  key: keyof typeof verdicts,
  { tx, viewer, by, record: milestone, input, at }: Act<KeyInput, SeenMilestone>,
): Promise<Outcome<Turned>> {
  const may = mayAct(key, milestone, actorIn(viewer, milestone.partnershipId))
  if (!may.may) return refused('not-allowed', `rules.why-not.${may.why}`)
  const earlier = tx.$executeRaw`
    update confirmations set replaced_at = ${at}
    where milestone_id = ${milestone.id}::uuid and country_id = ${viewer.country}::uuid and replaced_at is null`
  const turned = tx.$executeRaw`
    insert into confirmations (id, audience_id, partnership_id, milestone_id, country_id, verdict, reason, post_id, at)
    values (${input.id}::uuid, ${milestone.audienceId}::uuid, ${milestone.partnershipId}::uuid,
      ${milestone.id}::uuid, ${viewer.country}::uuid, ${verdicts[key]}, ${input.reason ?? null}, ${by.post}::uuid, ${at})`
  const version = randomUUID()
  const signed = sign(tx, viewer, milestone.ownAudienceId, { confirmation: input.id })
  const status = statusAfter(key, milestone, viewer.side)
  const isCompleted = status === 'completed'
  const moved = tx.$executeRaw`
    update milestones set status = ${status}, version = ${version}::uuid,
      completed_on = ${isCompleted ? milestone.today : null}::date,
      completed_precision = ${isCompleted ? 'day' : null},
      one_key = ${isCompleted && milestone.needed.length === 1 && milestone.audienceKind !== 'side'}
    where id = ${milestone.id}::uuid`
  await Promise.all([earlier, turned, signed, moved])
  return done({ status, version })
}
