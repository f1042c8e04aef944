import { milestoneBoard } from '#lib/milestones/board.ts'
import { answerDoor } from '#lib/runner/door.ts'

export const GET = answerDoor(milestoneBoard)
