import { restoreMilestone } from '#lib/milestones/restore.ts'
import { door } from '#lib/runner/door.ts'

export const POST = door(restoreMilestone)
