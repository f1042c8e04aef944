import { type Sql, sql } from '#lib/core/database.ts'
import { codeOf } from '#lib/core/of-country.ts'

/** What each side's standing key says of a milestone, as JSON `[{ side, says }]`. Part of the statement, not a function of the
 *  database: asked for each card of a board, it is planned once with it. In the order of the index, which says nothing. */
export const verdictsOn = (milestone: Sql): Sql => sql`(
  select coalesce(json_agg(json_build_object('says', k.verdict, 'side', ${codeOf(sql`k.country_id`)})
    order by k.country_id), '[]')
  from confirmations k
  where k.milestone_id = ${milestone} and k.replaced_at is null and k.verdict <> 'withdrawn')`
