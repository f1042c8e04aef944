import { unarchiveOrganisation } from '#lib/organisations/unarchive.ts'
import { door } from '#lib/runner/door.ts'

export const POST = door(unarchiveOrganisation)
