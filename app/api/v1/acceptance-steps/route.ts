import { acceptanceStepList } from '#lib/acceptance-steps/list.ts'
import { answerDoor } from '#lib/runner/door.ts'

export const GET = answerDoor(acceptanceStepList)
