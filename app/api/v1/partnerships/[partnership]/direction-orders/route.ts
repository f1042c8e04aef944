import { reorderDirections } from '#lib/directions/reorder.ts'
import { door } from '#lib/runner/door.ts'

export const POST = door(reorderDirections)
