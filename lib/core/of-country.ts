import { type Sql, sql } from './database.ts'

/** A column of countries, for an id that may differ from row to row: the table is read once for all rows, and not for each.
 *  Null of a country that there is not. */
const ofCountry =
  (column: Sql) =>
  (country: Sql): Sql =>
    sql`
  ((select jsonb_object_agg(c.id, ${column}) from countries c) ->> ${country}::text)`

export const codeOf = ofCountry(sql`c.code`)

/** As the time zone database names it. */
export const timeZoneOf = ofCountry(sql`c.time_zone`)
