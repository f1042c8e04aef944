import { type Sql, sql } from './database.ts'

/** Field by field from one state of a row to another, both jsonb or null: rows of `field`, of its value `before` and `after`
 *  as they are stored, and of `exact`, which has the `precision` of a date that is vaguer than a day. A date whose precision
 *  alone changed has changed too. */
export const changedValues = (before: Sql, after: Sql): Sql => sql`
  select value.* from (select ${before} as before, ${after} as after offset 0) state
  cross join lateral (
    select key as field, b.value as before, a.value as after,
      case when p.before is distinct from p.after or p.after <> 'day'
        then jsonb_build_object('precision', jsonb_build_object('before', p.before, 'after', p.after))
        else '{}' end as exact
    from jsonb_each_text(coalesce(state.before, '{}')) b full join jsonb_each_text(coalesce(state.after, '{}')) a using (key)
    cross join lateral (select
      case when key like '%\\_on' then state.before ->> regexp_replace(key, '_on$', '_precision') end as before,
      case when key like '%\\_on' then state.after ->> regexp_replace(key, '_on$', '_precision') end as after) p
    where (b.value is distinct from a.value or p.before is distinct from p.after)
      and key not in ('id', 'version', 'audience_id') and key not like '%\\_precision') value`
