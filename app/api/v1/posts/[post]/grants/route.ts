import { grantRole } from '#lib/posts/grant.ts'
import { door } from '#lib/runner/door.ts'

export const POST = door(grantRole)
