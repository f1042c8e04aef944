import { administeredOrganisations } from '#lib/organisations/administered-list.ts'
import { createOrganisation } from '#lib/organisations/create.ts'
import { answerDoor, door } from '#lib/runner/door.ts'

export const GET = answerDoor(administeredOrganisations)
export const POST = door(createOrganisation)
