import { type Sql, sql } from './database.ts'

/** A date column with the column of its precision, as JSON `{ on, precision }`; null where there is no date. */
export const dated = (on: Sql, precision: Sql): Sql =>
  sql`case when ${on} is not null then jsonb_build_object('on', ${on}, 'precision', ${precision}) end`
