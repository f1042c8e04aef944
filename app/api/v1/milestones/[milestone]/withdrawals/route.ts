import { withdrawKey } from '#lib/milestones/withdraw.ts'
import { door } from '#lib/runner/door.ts'

export const POST = door(withdrawKey)
