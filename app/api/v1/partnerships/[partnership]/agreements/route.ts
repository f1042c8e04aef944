import { agreementList } from '#lib/agreements/list.ts'
import { answerDoor } from '#lib/runner/door.ts'

export const GET = answerDoor(agreementList)
