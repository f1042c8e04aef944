import { type Sql, sql } from '#lib/core/database.ts'

/** What each side's standing key says of a milestone, as JSON `[{ side, says }]`. Part of the statement, not a function of the
 *  database: asked for each card of a board, it is planned once with it. */
export const verdictsOn = (milestone: Sql): Sql => sql`(
  select coalesce(jsonb_agg(jsonb_build_object('side', kc.code, 'says', k.verdict) order by kc.code), '[]')
  from confirmations k join countries kc on kc.id = k.country_id
  where k.milestone_id = ${milestone} and k.replaced_at is null and k.verdict <> 'withdrawn')`
