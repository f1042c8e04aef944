import { tradePage } from '#lib/trade-figures/trade.ts'
import { answerDoor } from '#lib/runner/door.ts'

export const GET = answerDoor(tradePage)
