import { changePost } from '#lib/posts/change.ts'
import { door } from '#lib/runner/door.ts'

export const POST = door(changePost)
