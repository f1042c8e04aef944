import { blockMilestone } from '#lib/milestones/block.ts'
import { door } from '#lib/runner/door.ts'

export const POST = door(blockMilestone)
