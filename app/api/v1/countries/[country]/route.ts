import { countryPage } from '#lib/countries/country.ts'
import { answerDoor } from '#lib/runner/door.ts'

export const GET = answerDoor(countryPage)
