import { z } from 'zod'
import { LanguageList, Narrative, optional, Rechecked, TypedDate, TypedTexts } from '#lib/core/fields.ts'
import { maxLength } from '#lib/rules/limits.ts'

/** What can be said of a partnership, and changed. */
export const partnershipFields = {
  title: TypedTexts(maxLength.title),
  titleRechecked: Rechecked,
  programme: TypedTexts(maxLength.title),
  programmeRechecked: Rechecked,
  starts: TypedDate,
  ends: TypedDate,
  /** In which texts of its records are kept; the main one first. */
  languages: LanguageList,
  note: optional(Narrative),
}

type Period = { starts?: { on: string } | undefined; ends?: { on: string } | undefined }

export function checkPeriod({ starts, ends }: Period, context: z.core.$RefinementCtx): void {
  if (starts && ends && ends.on <= starts.on)
    context.addIssue({ code: 'custom', path: ['ends'], message: 'problem.ends-before' })
}
