import { z } from 'zod'
import { maxLength } from '#lib/rules/limits.ts'

/** The pieces of which inputs are made. What is sent is trimmed, and an empty field is one that is not there. */

const noControls = /^[^\0-\x08\x0b\x0c\x0e-\x1f\x7f]*$/
const words = (most: number) =>
  z
    .string()
    .transform((text) => text.replaceAll('\r\n', '\n').normalize('NFC').trim())
    .pipe(z.string().min(1).max(most).regex(noControls))

export const Narrative = words(maxLength.narrative)
export const Reason = words(maxLength.reason)
export const Title = words(maxLength.title)

/** A field that may be left empty; null when it is. */
export const optional = <T extends z.ZodType>(field: T) =>
  z.preprocess(
    (value) => (typeof value === 'string' && value.trim() === '' ? undefined : value),
    field.optional(),
  )

/** The id that the sender chose for what is created. */
export const NewId = z.uuid().transform((id) => id.toLowerCase())
export const Version = z.uuid().transform((version) => version.toLowerCase())
export const Id = z.uuid().transform((id) => id.toLowerCase())

/** A code as it stands in addresses, such as `UZ-KR-SC-03-02`. */
export const Code = z
  .string()
  .max(60)
  .regex(/^[A-Z0-9]+(-[A-Z0-9]+)*$/)

/** Forms send numbers as text; an empty field is no nought. */
export const Percent = z.preprocess(
  (value) => (typeof value === 'string' && /^\d{1,3}$/.test(value.trim()) ? Number(value) : value),
  z.number().int().min(0).max(100),
)

export const WebAddress = z
  .url({ protocol: /^https?$/ })
  .max(2000)
  .transform((url) => url.trim())
