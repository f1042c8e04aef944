import { z } from 'zod'
import { adminOf } from '#lib/access/roles.ts'
import { LanguageCode, NewId, Version } from '#lib/core/fields.ts'
import { typedTexts } from '#lib/core/typed-texts.ts'
import { command } from '#lib/runner/command.ts'
import { done } from '#lib/runner/outcome.ts'
import { noAuthentic } from '#lib/runner/no-authentic.ts'
import { directionFields } from './fields.ts'
import { DirectionCode, directionNow, directionToChange, restsOnDirection } from './seen-to-change.ts'

/** Texts, sector codes and kind of a direction; its code stays, for codes of records begin with it. */
export const changeDirection = command({
  name: 'directions.change',
  input: z.strictObject({
    id: NewId,
    direction: DirectionCode,
    version: Version,
    /** In which a summary is authentic that there was not before. */
    language: LanguageCode,
    ...directionFields,
  }),
  about: ({ tx, input }) => directionToChange(tx, input.direction),
  allow: adminOf,
  restsOn: restsOnDirection,
  async run({ tx, record: direction, input }) {
    const { language } = input
    const title = typedTexts(direction.title, input.title, { rechecked: input.titleRechecked })
    const summary =
      input.summary &&
      typedTexts(direction.summary, input.summary, { rechecked: input.summaryRechecked, language })
    if (!title || (input.summary && !summary))
      return noAuthentic({ title, ...(input.summary && { summary }) })
    await tx.$executeRaw`
      update directions set title = ${title}::jsonb, summary = ${summary ?? null}::jsonb,
        sector_codes = ${input.sectorCodes}, is_anchor = ${input.anchor.length > 0}, version = gen_random_uuid()
      where id = ${direction.id}::uuid`
    return done(direction.id)
  },
  answer: ({ tx, input }) => directionNow(tx, input.direction),
  next: ({ partnership }) => `/admin/partnerships/${partnership}?done=directions.change#directions`,
})
