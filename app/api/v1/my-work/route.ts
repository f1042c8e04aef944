import { myWork } from '#lib/milestones/my-work.ts'
import { answerDoor } from '#lib/runner/door.ts'

export const GET = answerDoor(myWork)
