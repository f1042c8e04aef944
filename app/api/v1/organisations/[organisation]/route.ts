import { administeredOrganisation } from '#lib/organisations/administered.ts'
import { answerDoor } from '#lib/runner/door.ts'

export const GET = answerDoor(administeredOrganisation)
