import { administeredPartnerships } from '#lib/partnerships/administered.ts'
import { answerDoor } from '#lib/runner/door.ts'

export const GET = answerDoor(administeredPartnerships)
