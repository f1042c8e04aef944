import { archiveInitiative } from '#lib/initiatives/archive.ts'
import { door } from '#lib/runner/door.ts'

export const POST = door(archiveInitiative)
