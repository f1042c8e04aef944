import { type Sql, sql } from '#lib/core/database.ts'

/** For the head of a statement about many milestones: `side_days` (`partnership_id`, `country_id`, `today`), the day that it is
 *  at each side, found once; without a country the earlier one, which counts for a joint milestone. */
export const sideDays = (partnerships: readonly (string | null)[]): Sql => sql`
  side_days as materialized (
    select s.partnership_id, s.country_id, min((now() at time zone c.time_zone)::date) as today
    from sides s join countries c on c.id = s.country_id where s.partnership_id = any(${partnerships}::uuid[])
    group by grouping sets ((s.partnership_id, s.country_id), (s.partnership_id)))`

/** Its row for `milestones m`. */
export const withSideDay: Sql = sql`
  left join side_days on side_days.partnership_id = m.partnership_id
    and side_days.country_id is not distinct from m.country_id`

/** Of one that is open and whose day has passed: `overdue` or `no_evidence`. What it waits for makes nothing late. */
export const lateBy = (today: Sql): Sql => sql`
  lateness(m.status, m.due_on, m.percent, m.started_on, m.accepted_on, m.fact_on, false, ${today})`

/** The same of any; null where it is not late. */
export const lateOnSideDay: Sql = sql`
  case when m.status not in ('completed', 'cancelled') and m.due_on < side_days.today
    then ${lateBy(sql`side_days.today`)} end`

/** Of `milestones m` on a day, as the view milestones_today has it. */
export const latenessOn = (today: Sql): Sql => sql`
  lateness(m.status, m.due_on, m.percent, m.started_on, m.accepted_on, m.fact_on, m.due_on >= ${today} and exists (
    select from milestone_dependencies d join milestones w on w.id = d.waits_for_id
    where d.milestone_id = m.id and w.archived_at is null and w.status not in ('completed', 'cancelled')
      and w.due_on < today_at(w.partnership_id, w.country_id)), ${today})`
