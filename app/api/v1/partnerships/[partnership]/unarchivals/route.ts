import { unarchivePartnership } from '#lib/partnerships/unarchive.ts'
import { door } from '#lib/runner/door.ts'

export const POST = door(unarchivePartnership)
