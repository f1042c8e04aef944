import { organisationPage } from '#lib/organisations/organisation.ts'
import { answerDoor } from '#lib/runner/door.ts'

export const GET = answerDoor(organisationPage)
