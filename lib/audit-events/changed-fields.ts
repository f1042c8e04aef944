import { changedValues } from '#lib/core/changed-values.ts'
import { type Sql, sql } from '#lib/core/database.ts'
import type { Language } from '#lib/format/language.ts'

/** Field by field from one state of a row to the next, as JSON; values are as stored, but a side stands as its code and an
 *  organisation by its name. `change`: the alias of a row of `changes`. */
export const changedFields = (change: Sql, language: Language): Sql => sql`coalesce((
  select json_agg(jsonb_build_object('field', v.field, 'before', ${named(sql`v.before`, language)},
    'after', ${named(sql`v.after`, language)}) || v.exact order by v.field)
  from (${changedValues(sql`${change}.before::jsonb`, sql`${change}.after::jsonb`)}) v
  where ${change}.kind = 'changed'), '[]')`

const named = (value: Sql, language: Language): Sql => sql`case v.field
  when 'country_id' then (select c.code from countries c where c.id = ${value}::uuid)
  when 'organisation_id' then (
    select text_in(o.name, ${language}) ->> 'text' from organisations o where o.id = ${value}::uuid)
  else ${value} end`
