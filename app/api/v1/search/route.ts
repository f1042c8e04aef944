import { answerDoor } from '#lib/runner/door.ts'
import { searchResults } from '#lib/search/results.ts'

export const GET = answerDoor(searchResults)
