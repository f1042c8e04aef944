import { archiveCountry } from '#lib/countries/archive.ts'
import { door } from '#lib/runner/door.ts'

export const POST = door(archiveCountry)
