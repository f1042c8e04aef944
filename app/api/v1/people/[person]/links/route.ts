import { linkPerson } from '#lib/people/link.ts'
import { door } from '#lib/runner/door.ts'

export const POST = door(linkPerson)
