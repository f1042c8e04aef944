import { createMilestone } from '#lib/milestones/create.ts'
import { door } from '#lib/runner/door.ts'

export const POST = door(createMilestone)
