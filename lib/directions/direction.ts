import { z } from 'zod'
import { sql } from '#lib/core/database.ts'
import { Code } from '#lib/core/fields.ts'
import { question, type Answer } from '#lib/runner/question.ts'
import type { Text } from '#lib/rules/texts.ts'
import { type CitedSource, citedSources } from '#lib/sources/cited.ts'
import { rollUp, type RollUp } from './roll-up.ts'

export type DirectionPage = Answer<typeof directionPage>

type Linked = { code: string; title: Text }
type Found = {
  id: string
  code: string
  partnership: string
  title: Text
  summary: Text | null
  sources: CitedSource[]
}
type Row = {
  code: string
  title: Text
  standing: string
  stages: string[]
  regions: string[]
  location: string | null
  rolled: RollUp
}

/** A direction with every initiative in it. */
export const directionPage = question({
  name: 'directions.direction',
  input: z.object({ partnership: Code, direction: Code }),
  async about({ tx, input, language }) {
    const [found] = await tx.$queryRaw<Found[]>`
      select d.id::text, d.code, p.code as partnership, text_in(d.title, ${language}) as title,
        text_in(d.summary, ${language}) as summary, ${citedSources(sql`ci.direction_id = d.id`)} as sources
      from directions d join partnerships p on p.id = d.partnership_id
      where p.code = ${input.partnership} and d.code = ${input.direction} and d.archived_at is null`
    return found
  },
  async answer({ tx, record: direction, language }) {
    const initiatives = await tx.$queryRaw<Row[]>`
      select i.code, text_in(i.title, ${language}) as title, i.standing, i.stages, i.regions, i.location,
        ${rollUp(sql`m.initiative_id = i.id`)} as rolled
      from initiatives i where i.direction_id = ${direction.id}::uuid and i.archived_at is null order by i.code`
    const agreements = await tx.$queryRaw<Linked[]>`
      select g.code, text_in(g.title, ${language}) as title
      from agreement_directions l join agreements g on g.id = l.agreement_id
      where l.direction_id = ${direction.id}::uuid and g.archived_at is null order by g.signed_on desc nulls last limit 100`
    return { direction, initiatives, agreements }
  },
})
