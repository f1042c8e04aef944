import { decreeDays } from '#lib/calendars/decree.ts'
import { door } from '#lib/runner/door.ts'

export const POST = door(decreeDays)
