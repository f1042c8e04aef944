import { returnReport } from '#lib/progress-reports/return.ts'
import { door } from '#lib/runner/door.ts'

export const POST = door(returnReport)
