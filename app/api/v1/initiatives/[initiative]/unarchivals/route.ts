import { unarchiveInitiative } from '#lib/initiatives/unarchive.ts'
import { door } from '#lib/runner/door.ts'

export const POST = door(unarchiveInitiative)
