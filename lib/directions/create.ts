import { z } from 'zod'
import { adminOf } from '#lib/access/roles.ts'
import { Code, LanguageCode, NewId } from '#lib/core/fields.ts'
import { typedTexts } from '#lib/core/typed-texts.ts'
import { partnershipToChange } from '#lib/partnerships/seen-to-change.ts'
import { command } from '#lib/runner/command.ts'
import { done, refused } from '#lib/runner/outcome.ts'
import { noAuthentic } from '#lib/runner/no-authentic.ts'
import { directionFields } from './fields.ts'
import { directionNow } from './seen-to-change.ts'

/** A new direction of a partnership, after the last one. */
export const createDirection = command({
  name: 'directions.create',
  input: z.strictObject({
    id: NewId,
    partnership: Code,
    code: z.string().regex(/^[A-Z]{2}$/, { error: 'problem.no-direction-code' }),
    /** In which its texts are authentic. */
    language: LanguageCode,
    ...directionFields,
  }),
  about: ({ tx, input }) => partnershipToChange(tx, input.partnership),
  allow: adminOf,
  async run({ tx, record: partnership, input }) {
    if (await directionNow(tx, codeOf(input)))
      return refused('invalid', 'problem.invalid', { fields: { code: 'problem.code-there' } })
    const { language } = input
    const title = typedTexts(null, input.title, { rechecked: input.titleRechecked, language })
    const summary =
      input.summary && typedTexts(null, input.summary, { rechecked: input.summaryRechecked, language })
    if (!title || (input.summary && !summary))
      return noAuthentic({ title, ...(input.summary && { summary }) })
    await tx.$executeRaw`
      insert into directions (id, audience_id, partnership_id, code, position, is_anchor, title, summary, sector_codes)
      select ${input.id}::uuid, ${partnership.id}::uuid, ${partnership.id}::uuid, ${input.code},
        coalesce(max(position), 0) + 1, ${input.anchor.length > 0}, ${title}::jsonb, ${summary ?? null}::jsonb,
        ${input.sectorCodes}
      from directions where partnership_id = ${partnership.id}::uuid`
    return done(input.id)
  },
  answer: ({ tx, input }) => directionNow(tx, codeOf(input)),
  next: ({ partnership }) => `/admin/partnerships/${partnership}?done=directions.create#directions`,
})

const codeOf = ({ partnership, code }: { partnership: string; code: string }) => `${partnership}-${code}`
