import { appointFirstAdmin } from '#lib/people/appoint-first-admin.ts'
import { door } from '#lib/runner/door.ts'

export const POST = door(appointFirstAdmin)
