import { reactivatePerson } from '#lib/people/reactivate.ts'
import { door } from '#lib/runner/door.ts'

export const POST = door(reactivatePerson)
