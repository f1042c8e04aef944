import { regionsPage } from '#lib/initiatives/regions.ts'
import { answerDoor } from '#lib/runner/door.ts'

export const GET = answerDoor(regionsPage)
