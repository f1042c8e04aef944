import { organisationList } from '#lib/organisations/list.ts'
import { answerDoor } from '#lib/runner/door.ts'

export const GET = answerDoor(organisationList)
