import { initiativePage } from '#lib/initiatives/initiative.ts'
import { answerDoor } from '#lib/runner/door.ts'

export const GET = answerDoor(initiativePage)
