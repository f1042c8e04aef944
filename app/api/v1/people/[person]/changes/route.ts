import { changePerson } from '#lib/people/change.ts'
import { door } from '#lib/runner/door.ts'

export const POST = door(changePerson)
