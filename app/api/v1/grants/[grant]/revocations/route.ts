import { revokeRole } from '#lib/posts/revoke.ts'
import { door } from '#lib/runner/door.ts'

export const POST = door(revokeRole)
