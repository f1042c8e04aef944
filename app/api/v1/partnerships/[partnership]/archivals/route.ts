import { archivePartnership } from '#lib/partnerships/archive.ts'
import { door } from '#lib/runner/door.ts'

export const POST = door(archivePartnership)
