import { type Sql, sql } from './database.ts'

/** Does a row have these words somewhere in the columns, in any of their languages, as people type them? `row`: as jsonb.
 *  It reads every row that the statement leaves it, so it is for lists of hundreds; all else is found by search. */
export const likeWords = (row: Sql, columns: readonly string[], words: string): Sql => sql`(
  select lines_of(${row}, variadic ${[...columns]}::text[]) like any (array[pattern(fold(${words})), pattern(latin(${words}))]))`
