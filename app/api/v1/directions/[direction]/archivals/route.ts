import { archiveDirection } from '#lib/directions/archive.ts'
import { door } from '#lib/runner/door.ts'

export const POST = door(archiveDirection)
