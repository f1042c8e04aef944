import { agreeStatus } from '#lib/milestones/agree-status.ts'
import { door } from '#lib/runner/door.ts'

export const POST = door(agreeStatus)
