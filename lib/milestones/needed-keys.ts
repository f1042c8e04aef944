import { type Sql, sql } from '#lib/core/database.ts'

/** For the head of a statement that shows many milestones: `needed` (`audience_id`, `keys`), the sides whose keys close a
 *  milestone, found once an audience and not once a milestone. */
export const neededKeys = (partnerships: readonly (string | null)[]): Sql => sql`
  needed as materialized (
    select a.id as audience_id, needed_keys(a.partnership_id, a.id) as keys
    from audiences a where a.partnership_id = any(${partnerships}::uuid[]))`
