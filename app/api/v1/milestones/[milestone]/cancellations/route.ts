import { cancelMilestone } from '#lib/milestones/cancel.ts'
import { door } from '#lib/runner/door.ts'

export const POST = door(cancelMilestone)
