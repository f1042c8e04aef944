import { dated } from '#lib/core/dated.ts'
import { type Sql, sql } from '#lib/core/database.ts'

/** Of `directions d`: the first date that is still to come, of its shared and public milestones; null: none. Each status has
 *  its first one at the head of an index. */
export const nextDue: Sql = sql`(
  select ${dated(sql`next.due_on`, sql`next.due_precision`)}
  from (select array(select a.id from audiences a where a.partnership_id = d.partnership_id and a.kind <> 'side') as ids) both_see
  cross join unnest(array['planned', 'in_progress', 'blocked', 'claimed', 'disputed']) still (status)
  cross join lateral (
    select m.due_on, m.due_precision, m.code from milestones m
    where m.partnership_id = d.partnership_id and m.direction_id = d.id and m.status = still.status
      and m.archived_at is null and m.audience_id = any(both_see.ids)
      and m.due_on >= today_at(d.partnership_id, null) and m.due_on >= today_at(d.partnership_id, m.country_id)
    order by m.due_on, m.code limit 1) next
  order by next.due_on, next.code limit 1)`
