import { changeMilestone } from '#lib/milestones/change.ts'
import { door } from '#lib/runner/door.ts'

export const POST = door(changeMilestone)
