import { z } from 'zod'
import { type Due, isPlainDate, lastDayOf } from '#lib/rules/due-date.ts'
import { maxLength, maxWeight } from '#lib/rules/limits.ts'

/** The pieces of which inputs are made. What is sent is trimmed, and an empty field is one that is not there. */

// Half a surrogate pair is no letter either: PostgreSQL keeps none, and takes none in jsonb.
const noControls = /^[^\0-\x08\x0b\x0c\x0e-\x1f\x7f\p{Cs}]*$/u
const words = (most: number) =>
  z
    .string()
    .transform((text) => text.replaceAll('\r\n', '\n').normalize('NFC').trim())
    .pipe(z.string().min(1).max(most).regex(noControls))

export const Narrative = words(maxLength.narrative)
export const Reason = words(maxLength.reason)
export const Title = words(maxLength.title)
export const Name = words(maxLength.name)
export const Acronym = words(maxLength.acronym)

/** A field that may be left empty; null when it is. */
export const optional = <T extends z.ZodType>(field: T) =>
  z.preprocess(
    (value) => (typeof value === 'string' && value.trim() === '' ? undefined : value),
    field.optional(),
  )

/** A text in several languages as a person typed it, by BCP 47, each at most `most` characters long; a language whose field
 *  is empty has none. At least one has a text. */
export const TypedTexts = (most: number) =>
  z.preprocess(
    (typed) =>
      typeof typed === 'object' && typed !== null
        ? Object.fromEntries(
            Object.entries(typed).filter(([, text]) => typeof text !== 'string' || text.trim() !== ''),
          )
        : typed,
    z
      .record(LanguageCode, words(most))
      .refine((texts) => Object.keys(texts).length > 0, { error: 'problem.missing' }),
  )

/** The same where there may be none: each of its fields is empty. */
export const OptionalTexts = (most: number) =>
  z.preprocess(
    (typed) =>
      typeof typed === 'object' &&
      typed !== null &&
      Object.values(typed).every((text) => typeof text === 'string' && text.trim() === '')
        ? undefined
        : typed,
    TypedTexts(most).optional(),
  )

/** BCP 47, as far as texts of records need it: `uz`, `zh-Hant`. */
export const LanguageCode = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)

/** Languages, the main one first, as a list or as people type one: `kk, ru`. Each is one that Unicode knows. */
export const LanguageList = z.preprocess(
  (typed) => (typeof typed === 'string' ? typed.split(/[\s,;]+/).filter((code) => code !== '') : typed),
  z
    .array(z.string())
    .min(1, { error: 'problem.missing' })
    .max(20)
    .refine((codes) => codes.every(isLanguage), { error: 'problem.no-such-language' })
    .refine((codes) => new Set(codes).size === codes.length, { error: 'problem.twice' }),
)

function isLanguage(code: string): boolean {
  if (!LanguageCode.safeParse(code).success) return false
  try {
    return new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(code) !== undefined
  } catch {
    return false // not even in the form of a language
  }
}

/** Languages whose translation was read again and found right though its source has changed. */
export const Rechecked = z.array(LanguageCode).max(20).default([])

/** A date as vague as it was announced, in the parts in which people say it: a year; with it a half (`H1`), a quarter
 *  (`Q3`) or a month (`06`); with a month a day. Becomes the last day of what was said, with its precision. */
export const TypedDate = z
  .strictObject({
    year: z
      .string()
      .trim()
      .min(1)
      .regex(/^(19|20|21)\d{2}$/),
    part: optional(z.string().regex(/^(H[12]|Q[1-4]|0[1-9]|1[0-2])$/)),
    day: optional(
      z
        .string()
        .trim()
        .regex(/^\d{1,2}$/),
    ),
  })
  .transform(({ year, part, day }, context): Due => {
    const said = dueSaid(year, part, day)
    if (said) return said
    context.addIssue({ code: 'custom', message: 'problem.no-such-date', input: day })
    return z.NEVER
  })

/** The same where there may be no date: all its parts are empty. */
export const OptionalDate = z.preprocess(
  (typed) =>
    typeof typed === 'object' && typed !== null && Object.values(typed).every((part) => part === '')
      ? undefined
      : typed,
  TypedDate.optional(),
)

/** A day, in the same parts. */
export const TypedDay = TypedDate.refine(({ precision }) => precision === 'day', {
  error: 'problem.day-needed',
}).transform(({ on }) => on)

/** An address of mail, as it is kept. */
export const Email = z
  .string()
  .trim()
  .toLowerCase()
  .min(1)
  .max(maxLength.email)
  .pipe(z.email({ error: 'problem.no-email' }))
/** A day as the date field of a browser sends it: `2026-03-20`. */
export const Day = z.string().refine(isPlainDate, { error: 'problem.no-such-date' })

function dueSaid(year: string, part: string | undefined, day: string | undefined): Due | undefined {
  const [, kind, number] = /^([HQ]?)(\d+)$/.exec(part ?? '') ?? []
  if (day !== undefined && kind !== '') return undefined
  if (kind === undefined || number === undefined) return { on: lastDayOf(year, 'year'), precision: 'year' }
  const months = kind === 'H' ? 6 : kind === 'Q' ? 3 : 1
  const month = String(Number(number) * months).padStart(2, '0')
  if (day === undefined) {
    const precision = kind === 'H' ? 'half' : kind === 'Q' ? 'quarter' : 'month'
    return { on: lastDayOf(`${year}-${month}`, precision), precision }
  }
  const on = `${year}-${month}-${day.padStart(2, '0')}`
  return isPlainDate(on) ? { on, precision: 'day' } : undefined
}

/** The id that the sender chose for what is created. */
export const NewId = z.uuid().transform((id) => id.toLowerCase())
export const Version = z.uuid().transform((version) => version.toLowerCase())
export const Id = z.uuid().transform((id) => id.toLowerCase())

/** A code as it stands in addresses, such as `UZ-KR-SC-03-02`. */
export const Code = z
  .string()
  .max(60)
  .regex(/^[A-Z0-9]+(-[A-Z0-9]+)*$/)

/** Codes in a row, as people write them: parted by commas, blanks or lines. */
export const Codes = z.preprocess(
  (value) =>
    typeof value === 'string'
      ? value
          .toUpperCase()
          .split(/[\s,;]+/)
          .filter((code) => code !== '')
      : value,
  z.array(Code).max(100).default([]),
)

/** What a milestone weighs beside the others of its initiative. */
export const Weight = z.preprocess(
  (value) => (typeof value === 'string' && /^\d{1,6}$/.test(value.trim()) ? Number(value) : value),
  z.number().int().min(1).max(maxWeight),
)

/** Forms send numbers as text; an empty field is no nought. */
export const Percent = z.preprocess(
  (value) => (typeof value === 'string' && /^\d{1,3}$/.test(value.trim()) ? Number(value) : value),
  z.number().int().min(0).max(100),
)

export const WebAddress = z
  .url({ protocol: /^https?$/ })
  .max(2000)
  .regex(noControls)
  .transform((url) => url.trim())
