import { meetingPage } from '#lib/meetings/meeting.ts'
import { answerDoor } from '#lib/runner/door.ts'

export const GET = answerDoor(meetingPage)
