import { unarchiveDirection } from '#lib/directions/unarchive.ts'
import { door } from '#lib/runner/door.ts'

export const POST = door(unarchiveDirection)
