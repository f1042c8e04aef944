import { acceptReport } from '#lib/progress-reports/accept.ts'
import { door } from '#lib/runner/door.ts'

export const POST = door(acceptReport)
