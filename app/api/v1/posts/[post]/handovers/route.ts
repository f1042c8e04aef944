import { handOverPost } from '#lib/posts/hand-over.ts'
import { door } from '#lib/runner/door.ts'

export const POST = door(handOverPost)
