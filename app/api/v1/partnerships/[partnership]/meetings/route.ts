import { meetingList } from '#lib/meetings/list.ts'
import { answerDoor } from '#lib/runner/door.ts'

export const GET = answerDoor(meetingList)
