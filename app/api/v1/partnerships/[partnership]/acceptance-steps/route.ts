import { changeAcceptanceSteps } from '#lib/acceptance-steps/change.ts'
import { door } from '#lib/runner/door.ts'

export const POST = door(changeAcceptanceSteps)
