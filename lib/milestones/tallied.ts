import { given, type Sql, sql } from '#lib/core/database.ts'
import { lateBy, sideDays, withSideDay } from './side-days.ts'

/** For the head of a statement that counts all milestones of a partnership, or of some of its directions (UUIDs): `tallied`
 *  (`direction_id`, `audience_id`, `status`, `late`, `size`, `percent`, `weight`, `one_key`), whose sums are what counting each
 *  milestone would give today. `weight` is that of all of them. */
export const tallied = (partnership: string, directions?: readonly string[]): Sql =>
  inDirections(
    { table: sql`milestone_tallies`, kept: sql`percent, weight, one_key`, due: sql`percent, n * weight, 0` },
    partnership,
    directions,
  )

/** The same by quarters, instead of what progress is made of: `quarter`, its first day. */
export const talliedByQuarter = (partnership: string, directions?: readonly string[]): Sql =>
  inDirections(
    {
      table: sql`quarter_tallies`,
      kept: sql`quarter`,
      due: sql`date_trunc('quarter', due_on::timestamp)::date`,
    },
    partnership,
    directions,
  )

/** The same by who answers for them: `country_id` and `organisation_id`. */
export const talliedByResponsible = (partnership: string, directions?: readonly string[]): Sql =>
  inDirections(
    { table: sql`responsible_tallies`, kept: responsible, due: responsible },
    partnership,
    directions,
  )

/** The same of all directions together: without `direction_id`, and with far less to read. */
export const talliedByBody = (partnership: string): Sql =>
  fromTallies(
    { table: sql`body_tallies`, kept: responsible, due: responsible },
    sql`audience_id in (select a.id from audiences a where a.partnership_id = ${partnership}::uuid)`,
    partnership,
  )

const responsible = sql`country_id, organisation_id`

/** `kept`: columns that they have besides those that all have; `due`: what these are of a milestone that fell due. */
type Tallies = { table: Sql; kept: Sql; due: Sql }

const inDirections = (
  { table, kept, due }: Tallies,
  partnership: string,
  directions: readonly string[] | undefined,
): Sql =>
  fromTallies(
    { table, kept: sql`direction_id, ${kept}`, due: sql`direction_id, ${due}` },
    sql`direction_id in (select d.id from directions d where d.partnership_id = ${partnership}::uuid
      ${given(directions, (ids) => sql`and d.id = any(${ids}::uuid[])`)})`,
    partnership,
    directions,
  )

/** What is kept counted, and once more what is late today and was in time when it was counted, for it fell due since the day of
 *  its head (count-day.ts): one more that is late (`n` is 1), and one less that is not (-1). */
const fromTallies = (
  { table, kept, due }: Tallies,
  where: Sql,
  partnership: string,
  directions?: readonly string[],
): Sql => sql`
  ${sideDays([partnership])},
  due_since as materialized (
    select m.*, ${lateBy(sql`side_days.today`)} as is_now
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
    select audience_id, status, late, size, ${kept}
    from ${table} where ${where} and size > 0
    union all
    select audience_id, status, moved.late, n, ${due}
    from due_since cross join lateral (values (due_since.is_now, 1), (null, -1)) moved (late, n))`
