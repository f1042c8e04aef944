import { changeCountry } from '#lib/countries/change.ts'
import { door } from '#lib/runner/door.ts'

export const POST = door(changeCountry)
