import { z } from 'zod'
import {
  Code,
  Codes,
  LanguageCode,
  optional,
  OptionalDate,
  Rechecked,
  TypedTexts,
  Weight,
} from '#lib/core/fields.ts'
import { maxLength } from '#lib/rules/limits.ts'

/** What a person types of a milestone, new or not. */
export const typedMilestone = {
  /** In which a text that is new is authentic. */
  language: LanguageCode,
  title: TypedTexts(maxLength.title),
  titleRechecked: Rechecked,
  weight: Weight,
  /** The side that answers for it, by its code; or both together. */
  side: z.string().regex(/^([A-Z]{2}|joint)$/, { error: 'problem.missing' }),
  /** The organisation that answers for it. */
  organisation: optional(Code),
  /** The first due date, which is the baseline. Changing one is an act of its own. */
  due: OptionalDate,
  /** Milestones of the partnership that come first. */
  waitsFor: z.array(Code).max(200).default([]),
  /** Others of them, which the form did not offer. */
  alsoWaitsFor: Codes,
}

export type TypedMilestone = z.output<z.ZodObject<typeof typedMilestone>>
