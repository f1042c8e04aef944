import { deactivatePerson } from '#lib/people/deactivate.ts'
import { door } from '#lib/runner/door.ts'

export const POST = door(deactivatePerson)
