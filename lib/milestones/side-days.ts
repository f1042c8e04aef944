import { type Sql, sql } from '#lib/core/database.ts'

/** For the head of a statement that counts many milestones of one partnership: the day that it is at each side, found once. */
export const sideDays = (partnership: string): Sql => sql`
  side_days as materialized (
    select s.country_id, today_at(s.partnership_id, s.country_id) as today
    from sides s where s.partnership_id = ${partnership}::uuid),
  day as materialized (select min(today) as earliest, max(today) as latest from side_days)`

/** Of `milestones m` in such a statement, with `day` and `side_days` of its side joined: `overdue` or `no_evidence`; null
 *  where it is not late. What it waits for makes nothing late. */
export const lateOnSideDay: Sql = sql`
  case when m.status not in ('completed', 'cancelled') and m.due_on < coalesce(side_days.today, day.earliest)
    then lateness(m.status, m.due_on, m.percent, m.started_on, m.accepted_on, m.fact_on, false,
      coalesce(side_days.today, day.earliest)) end`
