import { type Sql, sql } from './database.ts'

/** Of a country, a column of ids that may differ from row to row: the table is read once for all rows, and not for each. Null of
 *  one that there is not. */
export const codeOf = (country: Sql): Sql => sql`
  ((select jsonb_object_agg(c.id, c.code) from countries c) ->> ${country}::text)`

/** The same: as the time zone database names it. */
export const timeZoneOf = (country: Sql): Sql => sql`
  ((select jsonb_object_agg(c.id, c.time_zone) from countries c) ->> ${country}::text)`
