import { holds, officialOf } from '#lib/access/roles.ts'
import type { Held, Viewer } from '#lib/access/viewer.ts'
import type { SeenMilestone } from './seen.ts'

/** The post that moves the work of a milestone: an official of the responsible body, or staff of the responsible side
 *  (of a joint milestone, of either). */
export function responsibleFor(viewer: Viewer, milestone: SeenMilestone): Held | undefined {
  const official = officialOf(viewer, milestone.partnershipId, milestone.organisationId)
  if (official) return official
  const isOwnSide = milestone.side === null || milestone.side === viewer.side
  return isOwnSide ? holds(viewer, milestone.partnershipId, 'staff') : undefined
}
