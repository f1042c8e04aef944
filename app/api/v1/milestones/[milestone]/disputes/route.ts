import { disputeMilestone } from '#lib/milestones/dispute.ts'
import { door } from '#lib/runner/door.ts'

export const POST = door(disputeMilestone)
