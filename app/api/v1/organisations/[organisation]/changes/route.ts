import { changeOrganisation } from '#lib/organisations/change.ts'
import { door } from '#lib/runner/door.ts'

export const POST = door(changeOrganisation)
