import { createPost } from '#lib/posts/create.ts'
import { door } from '#lib/runner/door.ts'

export const POST = door(createPost)
