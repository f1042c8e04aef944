import { given, type Sql, sql } from '#lib/core/database.ts'
import { lateBy, sideDays, withSideDay } from './side-days.ts'

/** For the head of a statement that counts all milestones of a partnership, or of some of its directions (UUIDs), by progress:
 *  `tallied` (`direction_id`, `audience_id`, `status`, `late`, `percent`, `size`, `weight`, `one_key`), whose sums are what
 *  counting each milestone would give today. */
export const tallied = (partnership: string, directions?: readonly string[]): Sql => sql`
  ${dueSinceCounted(partnership, directions)},
  tallied as (
    select t.direction_id, t.audience_id, t.status, t.late, t.percent, t.size, t.weight, t.one_key
    from directions d join milestone_tallies t on t.direction_id = d.id
    where d.partnership_id = ${partnership}::uuid and t.size > 0 ${given(directions, isOneOf)}
    union all
    select direction_id, audience_id, status, moved.late, percent, moved.step, moved.step * weight, 0
    from due_since cross join lateral (values (due_since.late, 1), (null, -1)) moved (late, step))`

/** The same by quarters: `tallied` (`direction_id`, `audience_id`, `quarter`, its first day, `status`, `late`, `size`). */
export const talliedByQuarter = (partnership: string, directions?: readonly string[]): Sql => sql`
  ${dueSinceCounted(partnership, directions)},
  tallied as (
    select t.direction_id, t.audience_id, t.quarter, t.status, t.late, t.size
    from directions d join quarter_tallies t on t.direction_id = d.id
    where d.partnership_id = ${partnership}::uuid and t.size > 0 ${given(directions, isOneOf)}
    union all
    select direction_id, audience_id, quarter, status, moved.late, moved.step
    from due_since cross join lateral (values (due_since.late, 1), (null, -1)) moved (late, step))`

const isOneOf = (directions: readonly string[]) => sql`and d.id = any(${directions}::uuid[])`

/** `due_since`: what is late today and is in time in the tallies, for it fell due since the day of its head (count-day.ts): some
 *  days' milestones. */
const dueSinceCounted = (partnership: string, directions?: readonly string[]): Sql => sql`
  ${sideDays([partnership])},
  due_since as materialized (
    select m.direction_id, m.audience_id, m.status, m.percent, m.weight,
      date_trunc('quarter', m.due_on::timestamp)::date as quarter, ${lateBy(sql`side_days.today`)} as late
    from (
      select min(h.counted_on) as first, (select max(today) from side_days) as latest
      from audiences a join heads h on h.audience_id = a.id where a.partnership_id = ${partnership}::uuid) days
    join milestones m on m.partnership_id = ${partnership}::uuid and m.archived_at is null
      and m.status not in ('completed', 'cancelled') and m.due_on >= days.first and m.due_on < days.latest
      ${given(directions, (ids) => sql`and m.direction_id = any(${ids}::uuid[])`)}
    join heads h on h.audience_id = m.audience_id and m.due_on >= h.counted_on
    ${withSideDay}
    where m.due_on < side_days.today)`
