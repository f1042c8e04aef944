import { archivePost } from '#lib/posts/archive.ts'
import { door } from '#lib/runner/door.ts'

export const POST = door(archivePost)
