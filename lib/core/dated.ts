import { type Sql, sql } from './database.ts'
import { timeZoneOf } from './of-country.ts'

/** A date column with the column of its precision, as JSON `{ on, precision }`; null where there is no date. */
export const dated = (on: Sql, precision: Sql): Sql =>
  sql`case when ${on} is not null then json_build_object('on', ${on}, 'precision', ${precision}) end`

/** The day that a moment was in a country, as JSON as above; null where there was none. `country`: the id of one that there
 *  is. */
export const dayIn = (country: Sql, at: Sql): Sql => sql`
  case when ${at} is not null then json_build_object('precision', 'day', 'on',
    (${at} at time zone ${timeZoneOf(country)})::date) end`
