import { submitReport } from '#lib/progress-reports/submit.ts'
import { door } from '#lib/runner/door.ts'

export const POST = door(submitReport)
