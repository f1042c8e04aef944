import type { Tx } from '#lib/core/transaction.ts'
import type { AskedState } from '#lib/rules/two-sides.ts'
import { releaseTarget } from '#lib/rules/visibility.ts'
import type { SeenMilestone } from './seen.ts'

/** Who sees a change in this state: asked for, the asking side; before the other side, both, and never the public; agreed,
 *  whoever sees the milestone. The id of an audience. */
export async function audienceFor(
  tx: Tx,
  state: Extract<AskedState, 'asked' | 'put' | 'agreed'>,
  milestone: SeenMilestone,
): Promise<string> {
  if (state === 'asked') return milestone.ownAudienceId
  if (state === 'agreed' || releaseTarget(milestone.audienceKind) === 'side') return milestone.audienceId
  return audienceOfKind(tx, 'shared', milestone.partnershipId)
}

/** What both sides of a partnership see, or everybody. The id of the audience. */
export async function audienceOfKind(
  tx: Tx,
  kind: 'shared' | 'public',
  partnership: string,
): Promise<string> {
  const [audience] = await tx.$queryRaw<[{ id: string }]>`
    select id::text from audiences where partnership_id = ${partnership}::uuid and kind = ${kind}`
  return audience.id
}
