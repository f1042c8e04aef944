import { postPage } from '#lib/posts/post.ts'
import { answerDoor } from '#lib/runner/door.ts'

export const GET = answerDoor(postPage)
