import { unarchiveMilestone } from '#lib/milestones/unarchive.ts'
import { door } from '#lib/runner/door.ts'

export const POST = door(unarchiveMilestone)
