import { withdrawStatus } from '#lib/milestones/withdraw-status.ts'
import { door } from '#lib/runner/door.ts'

export const POST = door(withdrawStatus)
