import { type Sql, sql } from '#lib/core/database.ts'

/** For the head of a statement that shows many milestones: `two_keys` (`audience_id`, `sides`, `needed`), whose keys their mark
 *  shows, both sides' or the own side's alone, and which of them close a milestone. Found once an audience and not once a
 *  milestone. */
export const twoKeys = (partnerships: readonly (string | null)[]): Sql => sql`
  two_keys as materialized (
    select a.id as audience_id, needed_keys(a.partnership_id, a.id) as needed, array(
      select c.code from sides s join countries c on c.id = s.country_id
      where s.partnership_id = a.partnership_id and coalesce(s.country_id = a.country_id, true) order by s.position) as sides
    from audiences a where a.partnership_id = any(${partnerships}::uuid[]))`
