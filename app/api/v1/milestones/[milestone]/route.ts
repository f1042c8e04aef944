import { milestonePage } from '#lib/milestones/milestone.ts'
import { answerDoor } from '#lib/runner/door.ts'

export const GET = answerDoor(milestonePage)
