import { given, type Sql, sql } from '#lib/core/database.ts'
import { lateBy, sideDays, withSideDay } from './side-days.ts'

/** For the head of a statement that counts all milestones of a partnership, or of some of its directions (UUIDs): `tallied`, whose
 *  sums are what counting each milestone would give today. It has `direction_id`, `audience_id`, `status`, `late` and `size`,
 *  and besides `percent`, `weight` (of all of them) and `one_key`, of which progress is made, */
export const tallied = (partnership: string, directions?: readonly string[]): Sql =>
  fromTallies(
    { table: sql`milestone_tallies`, besides: sql`, percent, weight, one_key` },
    sql`, percent, moved.step * weight, 0`,
    partnership,
    directions,
  )

/** or `quarter`, its first day, */
export const talliedByQuarter = (partnership: string, directions?: readonly string[]): Sql =>
  fromTallies(
    { table: sql`quarter_tallies`, besides: sql`, quarter` },
    sql`, quarter`,
    partnership,
    directions,
  )

/** or `country_id` and `organisation_id` of who answers for them. */
export const talliedByResponsible = (partnership: string, directions?: readonly string[]): Sql =>
  fromTallies(
    { table: sql`responsible_tallies`, besides: sql`, country_id, organisation_id` },
    sql`, country_id, organisation_id`,
    partnership,
    directions,
  )

/** What is kept counted, and what is late today and was in time when it was counted, for it fell due since the day of its head
 *  (count-day.ts): some days' milestones. `moved`: of `due_since`, what stands besides. */
const fromTallies = (
  { table, besides }: { table: Sql; besides: Sql },
  moved: Sql,
  partnership: string,
  directions: readonly string[] | undefined,
): Sql => sql`
  ${sideDays([partnership])},
  due_since as materialized (
    select m.direction_id, m.audience_id, m.country_id, m.organisation_id, m.status, m.percent, m.weight,
      date_trunc('quarter', m.due_on::timestamp)::date as quarter, ${lateBy(sql`side_days.today`)} as late
    from (
      select min(h.counted_on) as first, (select max(today) from side_days) as latest
      from audiences a join heads h on h.audience_id = a.id where a.partnership_id = ${partnership}::uuid) days
    join milestones m on m.partnership_id = ${partnership}::uuid and m.archived_at is null
      and m.status not in ('completed', 'cancelled') and m.due_on >= days.first and m.due_on < days.latest
      ${given(directions, (ids) => sql`and m.direction_id = any(${ids}::uuid[])`)}
    join heads h on h.audience_id = m.audience_id and m.due_on >= h.counted_on
    ${withSideDay}
    where m.due_on < side_days.today),
  tallied as (
    select direction_id, audience_id, status, late, size ${besides}
    from ${table}
    where direction_id in (select d.id from directions d where d.partnership_id = ${partnership}::uuid
      ${given(directions, (ids) => sql`and d.id = any(${ids}::uuid[])`)}) and size > 0
    union all
    select direction_id, audience_id, status, moved.late, moved.step ${moved}
    from due_since cross join lateral (values (due_since.late, 1), (null, -1)) moved (late, step))`
