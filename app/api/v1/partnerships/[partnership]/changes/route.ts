import { changePartnership } from '#lib/partnerships/change.ts'
import { door } from '#lib/runner/door.ts'

export const POST = door(changePartnership)
