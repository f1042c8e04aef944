import { archiveOrganisation } from '#lib/organisations/archive.ts'
import { door } from '#lib/runner/door.ts'

export const POST = door(archiveOrganisation)
