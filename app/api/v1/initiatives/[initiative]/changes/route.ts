import { changeInitiative } from '#lib/initiatives/change.ts'
import { door } from '#lib/runner/door.ts'

export const POST = door(changeInitiative)
