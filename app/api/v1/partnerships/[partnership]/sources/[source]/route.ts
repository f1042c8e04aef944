import { sourcePage } from '#lib/sources/source.ts'
import { answerDoor } from '#lib/runner/door.ts'

export const GET = answerDoor(sourcePage)
