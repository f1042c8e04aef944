import { sourceList } from '#lib/sources/list.ts'
import { answerDoor } from '#lib/runner/door.ts'

export const GET = answerDoor(sourceList)
