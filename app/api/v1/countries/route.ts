import { createCountry } from '#lib/countries/create.ts'
import { countryList } from '#lib/countries/list.ts'
import { answerDoor, door } from '#lib/runner/door.ts'

export const GET = answerDoor(countryList)
export const POST = door(createCountry)
