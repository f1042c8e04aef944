import { putDueDate } from '#lib/milestones/put-due-date.ts'
import { door } from '#lib/runner/door.ts'

export const POST = door(putDueDate)
