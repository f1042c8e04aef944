import { reviewQueue } from '#lib/progress-reports/review.ts'
import { answerDoor } from '#lib/runner/door.ts'

export const GET = answerDoor(reviewQueue)
