import { directionPage } from '#lib/directions/direction.ts'
import { answerDoor } from '#lib/runner/door.ts'

export const GET = answerDoor(directionPage)
