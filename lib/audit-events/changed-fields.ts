import { type Sql, sql } from '#lib/core/database.ts'
import type { Language } from '#lib/format/language.ts'

/** Field by field from one state of a row to the next, as JSON; values are as stored, but a side stands as its code and an
 *  organisation by its name. `change`: the alias of a row of `changes`. */
export const changedFields = (change: Sql, language: Language): Sql => sql`coalesce((
  select jsonb_agg(jsonb_build_object('field', b.key, 'before', ${named(sql`b`, language)},
    'after', ${named(sql`a`, language)}) order by b.key)
  from json_each_text(${change}.before::json) b join json_each_text(${change}.after::json) a using (key)
  where ${change}.kind = 'changed' and b.value is distinct from a.value and b.key not in ('version', 'audience_id')), '[]')`

const named = (field: Sql, language: Language): Sql => sql`case ${field}.key
  when 'country_id' then (select c.code from countries c where c.id = ${field}.value::uuid)
  when 'organisation_id' then (
    select text_in(o.name, ${language}) ->> 'text' from organisations o where o.id = ${field}.value::uuid)
  else ${field}.value end`
