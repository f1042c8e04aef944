import { z } from 'zod'
import { Code } from '#lib/core/fields.ts'
import { sql } from '#lib/core/database.ts'
import { type SeenPartnership, partnershipSeen } from '#lib/partnerships/seen.ts'
import { question } from '#lib/runner/question.ts'
import type { Text } from '#lib/rules/texts.ts'
import { type CitedSource, citedSources } from '#lib/sources/cited.ts'
import { type ShownContradiction, contradictionsWhere } from './contradictions-where.ts'

export type ContradictionsPage = {
  partnership: SeenPartnership
  contradictions: ShownContradiction[]
  openPoints: OpenPoint[]
  /** What the data does not know. */
  caveats: Text[]
}

/** Something unsettled. `state`: in the source's own words. */
export type OpenPoint = {
  position: number
  text: Text
  state: string | null
  status: 'open' | 'eased' | 'resolved'
  initiative: { code: string; title: Text } | null
  sources: CitedSource[]
}

/** Where sources disagree, what is unsettled, and what the data does not know: kept where readers see it. */
export const contradictionsPage = question({
  name: 'facts.contradictions',
  input: z.object({ partnership: Code }),
  about: ({ tx, input, language }) => partnershipSeen(tx, input.partnership, language),
  async answer({ tx, record: partnership, language }) {
    const [found] = await tx.$queryRaw<[Omit<ContradictionsPage, 'partnership'>]>`
      select ${contradictionsWhere(sql`c.partnership_id = ${partnership.id}::uuid`, language)} as contradictions,
        coalesce((select json_agg(json_build_object('position', op.position, 'text', text_in(op.text, ${language}),
            'state', op.state, 'status', op.status,
            'initiative', case when i.id is not null
              then json_build_object('code', i.code, 'title', text_in(i.title, ${language})) end,
            'sources', ${citedSources(sql`ci.open_point_id = op.id`)}) order by op.status = 'resolved', op.position)
          from open_points op left join initiatives i on i.id = op.initiative_id and i.archived_at is null
          where op.partnership_id = ${partnership.id}::uuid), '[]') as "openPoints",
        coalesce((select json_agg(text_in(v.text, ${language}) order by v.position) from caveats v
          where v.partnership_id = ${partnership.id}::uuid), '[]') as caveats`
    return { partnership, ...found }
  },
})
