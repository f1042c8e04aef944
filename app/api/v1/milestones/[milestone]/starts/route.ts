import { startMilestone } from '#lib/milestones/start.ts'
import { door } from '#lib/runner/door.ts'

export const POST = door(startMilestone)
