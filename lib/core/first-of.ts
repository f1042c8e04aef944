import { type Sql, sql, none } from './database.ts'

/** As coalesce() says, and an index is searched by it behind the wall. By coalesce() none is: PostgreSQL counts it among what
 *  could tell of a row before the policy has let it pass, and so reads the whole table. */
export const firstOf = (...columns: Sql[]): Sql =>
  sql`case ${columns.reduce((cases, column) => sql`${cases} when ${column} is not null then ${column}`, none)} end`
