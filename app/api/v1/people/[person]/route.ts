import { personPage } from '#lib/people/person.ts'
import { answerDoor } from '#lib/runner/door.ts'

export const GET = answerDoor(personPage)
