import { refuseStatus } from '#lib/milestones/refuse-status.ts'
import { door } from '#lib/runner/door.ts'

export const POST = door(refuseStatus)
