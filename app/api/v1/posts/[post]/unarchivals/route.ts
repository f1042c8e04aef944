import { unarchivePost } from '#lib/posts/unarchive.ts'
import { door } from '#lib/runner/door.ts'

export const POST = door(unarchivePost)
