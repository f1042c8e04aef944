import { type Sql, sql } from '#lib/core/database.ts'

/** For the head of a statement that shows many milestones: `two_keys` (`audience_id`, `sides`, `needed`), whose keys their mark
 *  shows, both sides' or the own side's alone, and which of them close a milestone. Found once an audience and not once a
 *  milestone. */
export const twoKeys = (partnerships: readonly (string | null)[]): Sql => sql`
  two_keys as materialized (select * from keys_of_audiences k where k.partnership_id = any(${partnerships}::uuid[]))`

/** Which keys close a milestone of an audience. */
export const neededKeys = (audience: Sql): Sql =>
  sql`(select k.needed from keys_of_audiences k where k.audience_id = ${audience})`
