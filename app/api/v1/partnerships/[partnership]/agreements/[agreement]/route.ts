import { agreementPage } from '#lib/agreements/agreement.ts'
import { answerDoor } from '#lib/runner/door.ts'

export const GET = answerDoor(agreementPage)
