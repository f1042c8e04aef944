import { given, type Sql, sql } from '#lib/core/database.ts'
import { lateOnSideDay, sideDays, withSideDay } from './side-days.ts'

/** For the head of a statement that counts all milestones of a partnership, or of some of its directions (UUIDs): `tallied` (`direction_id`, `audience_id`, `status`,
 *  `percent`, `quarter`, `late`, `size`, `weight`, `one_key`), whose sums are what counting each milestone would give today.
 *  Whatever fell due in a quarter that is over is late if it is open; of the quarter that it is, each milestone whose day
 *  may have passed is looked at, and moves from those in time to those that are late. */
export const tallied = (partnership: string, directions?: readonly string[]): Sql => sql`
  ${sideDays([partnership])},
  quarter as materialized (
    select date_trunc('quarter', min(today)::timestamp)::date as starts, max(today) as latest from side_days),
  tallied as materialized (
    select t.direction_id, t.audience_id, t.status, t.percent, t.quarter,
      case when t.quarter < quarter.starts then t.once_late end as late, t.size, t.weight, t.one_key
    from quarter cross join directions d join milestone_tallies t on t.direction_id = d.id
    where d.partnership_id = ${partnership}::uuid and t.size > 0
      ${given(directions, (ids) => sql`and d.id = any(${ids}::uuid[])`)}
    union all
    select m.direction_id, m.audience_id, m.status, m.percent, m.quarter,
      moved.late, moved.step * m.size, moved.step * m.weight, 0
    from (
      select m.direction_id, m.audience_id, m.status, m.percent, date_trunc('quarter', m.due_on::timestamp)::date as quarter,
        ${lateOnSideDay} as late, count(*)::int as size, sum(m.weight)::int as weight
      from quarter join milestones m on m.partnership_id = ${partnership}::uuid and m.archived_at is null
        and m.status not in ('completed', 'cancelled') and m.due_on >= quarter.starts and m.due_on < quarter.latest
        ${given(directions, (ids) => sql`and m.direction_id = any(${ids}::uuid[])`)}
      ${withSideDay}
      group by 1, 2, 3, 4, 5, 6) m
    cross join lateral (values (1, m.late), (-1, null)) moved (step, late)
    where m.late is not null)`
