import { partnershipOverview } from '#lib/partnerships/overview.ts'
import { answerDoor } from '#lib/runner/door.ts'

export const GET = answerDoor(partnershipOverview)
