import { dated } from '#lib/core/dated.ts'
import { type Sql, sql } from '#lib/core/database.ts'
import type { Due } from '#lib/rules/due-date.ts'

/** A page on which a record rests; `note`: of the citation, else of the source. */
export type CitedSource = {
  code: string
  title: string
  publisher: string
  url: string | null
  published: Due | null
  note: string | null
}

/** The sources that a record cites, in its order, as a JSON column. `which`: a condition on the citation `ci`. */
export const citedSources = (which: Sql): Sql => sql`coalesce((
  select json_agg(json_build_object('code', so.code, 'title', so.title, 'publisher', so.publisher, 'url', so.url,
    'published', ${dated(sql`so.published_on`, sql`so.published_precision`)}, 'note', coalesce(ci.note, so.note))
    order by ci.position, so.code)
  from citations ci join sources so on so.id = ci.source_id where ${which}), '[]')`
