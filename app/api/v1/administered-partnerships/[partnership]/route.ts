import { partnershipAdministration } from '#lib/partnerships/administration.ts'
import { answerDoor } from '#lib/runner/door.ts'

export const GET = answerDoor(partnershipAdministration)
