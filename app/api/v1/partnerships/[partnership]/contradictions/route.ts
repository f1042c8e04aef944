import { contradictionsPage } from '#lib/facts/contradictions.ts'
import { answerDoor } from '#lib/runner/door.ts'

export const GET = answerDoor(contradictionsPage)
