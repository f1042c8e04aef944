import { z } from 'zod'
import { LanguageList, Narrative, optional, Rechecked, TypedTexts } from '#lib/core/fields.ts'
import { maxLength } from '#lib/rules/limits.ts'

export const CountryCode = z.string().regex(/^[A-Z]{2}$/)

/** What can be said of a country, and changed: its codes are fixed by the standard. */
export const countryFields = {
  name: TypedTexts(maxLength.title),
  nameRechecked: Rechecked,
  officialName: TypedTexts(maxLength.title),
  officialNameRechecked: Rechecked,
  capital: TypedTexts(maxLength.title),
  capitalRechecked: Rechecked,
  /** IANA. */
  timeZone: z.string().refine(isTimeZone, { error: 'problem.no-such-zone' }),
  /** ISO 4217. */
  currency: z.string().refine((code) => Intl.supportedValuesOf('currency').includes(code), {
    error: 'problem.no-such-currency',
  }),
  languages: LanguageList,
  note: optional(Narrative),
}

/** A place of the database of zones, not an offset: offsets change with the law, and the place knows when. */
function isTimeZone(zone: string): boolean {
  if (!/^[A-Za-z]+(\/[A-Za-z0-9_+-]+)+$/.test(zone)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
