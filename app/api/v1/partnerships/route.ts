import { partnershipList } from '#lib/partnerships/list.ts'
import { answerDoor } from '#lib/runner/door.ts'

export const GET = answerDoor(partnershipList)
