import { reportHistory } from '#lib/progress-reports/history.ts'
import { submitReport } from '#lib/progress-reports/submit.ts'
import { answerDoor, door } from '#lib/runner/door.ts'

export const GET = answerDoor(reportHistory)
export const POST = door(submitReport)
