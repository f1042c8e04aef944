import { agreeDueDate } from '#lib/milestones/agree-due-date.ts'
import { door } from '#lib/runner/door.ts'

export const POST = door(agreeDueDate)
