import { withdrawDueDate } from '#lib/milestones/withdraw-due-date.ts'
import { door } from '#lib/runner/door.ts'

export const POST = door(withdrawDueDate)
