import { changeDueDate } from '#lib/milestones/change-due-date.ts'
import { door } from '#lib/runner/door.ts'

export const POST = door(changeDueDate)
