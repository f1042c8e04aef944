import { createDirection } from '#lib/directions/create.ts'
import { door } from '#lib/runner/door.ts'

export const POST = door(createDirection)
