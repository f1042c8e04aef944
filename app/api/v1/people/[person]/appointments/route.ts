import { appointPerson } from '#lib/people/appoint.ts'
import { door } from '#lib/runner/door.ts'

export const POST = door(appointPerson)
