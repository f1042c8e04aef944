import { createPartnership } from '#lib/partnerships/create.ts'
import { partnershipList } from '#lib/partnerships/list.ts'
import { answerDoor, door } from '#lib/runner/door.ts'

export const GET = answerDoor(partnershipList)
export const POST = door(createPartnership)
