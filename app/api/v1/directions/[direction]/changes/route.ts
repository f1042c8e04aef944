import { changeDirection } from '#lib/directions/change.ts'
import { door } from '#lib/runner/door.ts'

export const POST = door(changeDirection)
