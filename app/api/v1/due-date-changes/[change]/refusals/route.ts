import { refuseDueDate } from '#lib/milestones/refuse-due-date.ts'
import { door } from '#lib/runner/door.ts'

export const POST = door(refuseDueDate)
