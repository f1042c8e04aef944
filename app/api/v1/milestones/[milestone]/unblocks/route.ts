import { unblockMilestone } from '#lib/milestones/unblock.ts'
import { door } from '#lib/runner/door.ts'

export const POST = door(unblockMilestone)
