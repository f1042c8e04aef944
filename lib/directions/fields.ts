import { z } from 'zod'
import { OptionalTexts, Rechecked, TypedTexts } from '#lib/core/fields.ts'
import { maxLength } from '#lib/rules/limits.ts'

/** What can be said of a direction, and changed. */
export const directionFields = {
  title: TypedTexts(maxLength.title),
  titleRechecked: Rechecked,
  /** Absent when no language has one. */
  summary: OptionalTexts(maxLength.reason),
  summaryRechecked: Rechecked,
  /** OECD-DAC CRS purpose codes, as a list or as people type one: `32110, 32120`. */
  sectorCodes: z.preprocess(
    (typed) => (typeof typed === 'string' ? typed.split(/[\s,;]+/).filter((code) => code !== '') : typed),
    z
      .array(z.string())
      .max(30)
      .refine((codes) => codes.every((code) => /^\d{5}$/.test(code)), { error: 'problem.no-sector-code' })
      .default([]),
  ),
  /** As a box that is ticked: an anchor, or what cuts across the anchors. */
  anchor: z.array(z.literal('yes')).max(1).default([]),
}
