import { unarchiveCountry } from '#lib/countries/unarchive.ts'
import { door } from '#lib/runner/door.ts'

export const POST = door(unarchiveCountry)
