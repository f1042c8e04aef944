import { type Sql, sql } from '#lib/core/database.ts'
import { firstOf } from '#lib/core/first-of.ts'
import type { Language } from '#lib/format/language.ts'
import type { PlainDate } from '#lib/rules/due-date.ts'
import type { Text } from '#lib/rules/texts.ts'
import { type CitedSource, citedSources } from '#lib/sources/cited.ts'

/** Places where sources disagree. */
export type ShownContradiction = {
  /** Its number in the partnership, from 1. */
  position: number
  topic: Text
  /** At most one counts; none where nobody has chosen yet. */
  versions: { text: Text; counts: boolean }[]
  about:
    | { kind: 'agreement' | 'initiative' | 'direction'; code: string; title: Text }
    | { kind: 'trade-figure'; code: string; period: { from: PlainDate; to: PlainDate } }
    | null
  sources: CitedSource[]
}

/** Contradictions in their order, as a JSON column. `which`: a condition on the contradiction `c`. An indicator is shown
 *  on the page of its initiative, else of its direction. */
export const contradictionsWhere = (which: Sql, language: Language): Sql => sql`coalesce((
  select json_agg(json_build_object('position', c.position, 'topic', text_in(c.topic, ${language}),
    'versions', (select json_agg(json_build_object('text', text_in(v.text, ${language}), 'counts', v.counts)
        order by v.position)
      from contradiction_versions v where v.contradiction_id = c.id),
    'about', case
      when ag.id is not null then json_build_object('kind', 'agreement', 'code', ag.code, 'title', text_in(ag.title, ${language}))
      when it.id is not null then json_build_object('kind', 'initiative', 'code', it.code, 'title', text_in(it.title, ${language}))
      when nd.id is not null then json_build_object('kind', 'direction', 'code', nd.code, 'title', text_in(nd.title, ${language}))
      when tr.id is not null then json_build_object('kind', 'trade-figure', 'code', tr.code,
        'period', json_build_object('from', tr.starts_on, 'to', tr.ends_on)) end,
    'sources', ${citedSources(sql`ci.contradiction_id = c.id`)}) order by c.position)
  from contradictions c
  left join agreements ag on ag.id = c.agreement_id
  left join indicators n on n.id = c.indicator_id
  left join initiatives it on it.id = ${firstOf(sql`c.initiative_id`, sql`n.initiative_id`)} and it.archived_at is null
  left join directions nd on nd.id = n.direction_id
  left join trade_figures tr on tr.id = c.trade_figure_id
  where ${which}), '[]')`
