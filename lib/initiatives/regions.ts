import { z } from 'zod'
import { given, sql } from '#lib/core/database.ts'
import { Code } from '#lib/core/fields.ts'
import { isOwn } from '#lib/partnerships/audience-of.ts'
import { partnershipSeen } from '#lib/partnerships/seen.ts'
import { question, type Answer } from '#lib/runner/question.ts'
import type { Text } from '#lib/rules/texts.ts'

export type RegionsPage = Answer<typeof regionsPage>

/** `regions`: ISO 3166-2; none: not stated. */
export type PlacedInitiative = {
  code: string
  title: Text
  direction: string
  regions: string[]
  location: string | null
  own: boolean
}

const most = 1000

/** In which regions initiatives are; of all directions, or of one. */
export const regionsPage = question({
  name: 'initiatives.regions',
  input: z.object({
    partnership: Code,
    direction: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .optional()
      .catch(undefined),
  }),
  about: ({ tx, input, language }) => partnershipSeen(tx, input.partnership, language),
  async answer({ tx, record: partnership, input: { direction }, language }) {
    const directions = await tx.$queryRaw<{ code: string; title: Text }[]>`
      select d.code, text_in(d.title, ${language}) as title from directions d
      where d.partnership_id = ${partnership.id}::uuid and d.archived_at is null order by d.position`
    const asked = directions.find(({ code }) => code === direction)?.code
    const initiatives = await tx.$queryRaw<PlacedInitiative[]>`
      select i.code, text_in(i.title, ${language}) as title, d.code as direction, i.regions, i.location,
        ${isOwn(sql`i.audience_id`)} as own
      from initiatives i join directions d on d.id = i.direction_id
      where i.partnership_id = ${partnership.id}::uuid and i.archived_at is null
        ${given(asked, (code) => sql`and d.code = ${code}`)}
      order by i.code collate "C" limit ${most}`
    return { partnership, direction: asked ?? null, directions, initiatives }
  },
})
