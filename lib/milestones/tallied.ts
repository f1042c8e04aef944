import { given, none, type Sql, sql } from '#lib/core/database.ts'
import { lateBy, lateOnSideDay, sideDays, withSideDay } from './side-days.ts'

/** For the head of a statement that counts all milestones of a partnership, or of some of its directions (UUIDs): `tallied` (`direction_id`, `audience_id`, `status`,
 *  `percent`, `quarter`, `late`, `size`, `weight`, `one_key`), whose sums are what counting each milestone would give today.
 *  Whatever fell due in a quarter that is over is late if it is open; of the quarter that it is, each milestone whose day
 *  may have passed is looked at, and moves from those in time to those that are late. Where its day has passed at every
 *  side nobody need find out which is its own. */
export const tallied = (partnership: string, directions?: readonly string[]): Sql => {
  const dueThisQuarter = (late: Sql, from: Sql, before: Sql, more: Sql) => sql`
    select m.direction_id, m.audience_id, m.status, m.percent, quarter.starts as quarter, ${late} as late, m.weight
    from quarter join milestones m on m.partnership_id = ${partnership}::uuid and m.archived_at is null
      and m.status not in ('completed', 'cancelled') and m.due_on >= ${from} and m.due_on < ${before}
      ${given(directions, (ids) => sql`and m.direction_id = any(${ids}::uuid[])`)}
    ${more}`
  return sql`
  ${sideDays([partnership])},
  quarter as materialized (
    select date_trunc('quarter', min(today)::timestamp)::date as starts, min(today) as earliest, max(today) as latest
    from side_days),
  tallied as (
    select t.direction_id, t.audience_id, t.status, t.percent, t.quarter,
      case when t.quarter < quarter.starts then t.once_late end as late, t.size, t.weight, t.one_key
    from quarter cross join directions d join milestone_tallies t on t.direction_id = d.id
    where d.partnership_id = ${partnership}::uuid and t.size > 0
      ${given(directions, (ids) => sql`and d.id = any(${ids}::uuid[])`)}
    union all
    select m.direction_id, m.audience_id, m.status, m.percent, m.quarter,
      moved.late, moved.step * m.size, moved.step * m.weight, 0
    from (
      select direction_id, audience_id, status, percent, quarter, late, count(*)::int as size, sum(weight)::int as weight
      from (
        ${dueThisQuarter(lateBy(sql`quarter.earliest`), sql`quarter.starts`, sql`quarter.earliest`, none)}
        union all
        ${dueThisQuarter(lateOnSideDay, sql`quarter.earliest`, sql`quarter.latest`, withSideDay)}) due
      group by 1, 2, 3, 4, 5, 6) m
    cross join lateral (values (1, m.late), (-1, null)) moved (step, late)
    where m.late is not null)`
}
