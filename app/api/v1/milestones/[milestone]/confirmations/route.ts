import { confirmMilestone } from '#lib/milestones/confirm.ts'
import { door } from '#lib/runner/door.ts'

export const POST = door(confirmMilestone)
