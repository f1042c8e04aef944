import { z } from 'zod'
import {
  Code,
  Codes,
  LanguageCode,
  optional,
  OptionalDate,
  OptionalTexts,
  Rechecked,
  Title,
  TypedTexts,
} from '#lib/core/fields.ts'
import { maxLength } from '#lib/rules/limits.ts'
import { stages, standings } from '#lib/rules/initiative.ts'

/** What a person types of an initiative, new or not. */
export const typedInitiative = {
  /** In which a text that is new is authentic. */
  language: LanguageCode,
  title: TypedTexts(maxLength.title),
  titleRechecked: Rechecked,
  description: OptionalTexts(maxLength.narrative),
  descriptionRechecked: Rechecked,
  /** Links of the value chain; none: not stated. */
  stages: z.array(z.enum(stages)).max(stages.length).default([]),
  /** ISO 3166-2; none: not stated. */
  regions: Codes,
  location: optional(Title),
  starts: OptionalDate,
  ends: OptionalDate,
  standing: z.enum(standings),
  standingOn: OptionalDate,
  /** The code of a source that says so. */
  source: optional(Code),
  /** The organisation that leads for a side, by the side's code. */
  lead: z.record(z.string().regex(/^[A-Z]{2}$/), optional(Code)).default({}),
  /** Others that lead, `KR:KR-KIAT`: of those that do already, which go on. */
  alsoLead: z
    .array(z.string().regex(/^[A-Z]{2}:[A-Z0-9-]{1,60}$/))
    .max(100)
    .default([]),
  partners: z.array(Code).max(100).default([]),
  agreements: z.array(Code).max(200).default([]),
}

export type TypedInitiative = z.output<z.ZodObject<typeof typedInitiative>>
