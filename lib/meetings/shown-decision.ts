import { dated } from '#lib/core/dated.ts'
import { type Sql, sql } from '#lib/core/database.ts'
import type { Language } from '#lib/format/language.ts'
import { isOwn } from '#lib/partnerships/audience-of.ts'
import type { Due } from '#lib/rules/due-date.ts'
import type { SideCode } from '#lib/rules/milestone-status.ts'
import type { Text } from '#lib/rules/texts.ts'

/** What a meeting decided. */
export type ShownDecision = {
  code: string
  number: number
  text: Text
  due: Due | null
  dueInferred: boolean
  /** `past`: its last day has ended, and what came of it is not known; `settled`: its initiative is completed, superseded
   *  or cancelled. */
  state: 'undated' | 'to-come' | 'past' | 'settled'
  note: string | null
  own: boolean
  directions: { code: string; title: Text }[]
  /** Bodies that it makes responsible. */
  bodies: { code: string; name: Text; side: SideCode | null }[]
  initiative: { code: string; title: Text; standing: string } | null
}

/** As JSON, of the decision `x` with its initiative `i`, which may be none or put away. Its last day ends where the duty is:
 *  on both sides, unless all responsible bodies are of one. */
export const shownDecision = (language: Language): Sql => sql`json_build_object(
  'code', x.code, 'number', x.number, 'text', text_in(x.text, ${language}),
  'due', ${dated(sql`x.due_on`, sql`x.due_precision`)}, 'dueInferred', x.due_inferred, 'state', ${decisionState}, 'note', x.note, 'own', ${isOwn(sql`x.audience_id`)},
  'directions', coalesce((select json_agg(json_build_object('code', d.code, 'title', text_in(d.title, ${language}))
      order by d.position)
    from decision_directions xd join directions d on d.id = xd.direction_id where xd.decision_id = x.id), '[]'),
  'bodies', coalesce((select json_agg(json_build_object('code', o.code, 'name', text_in(o.name, ${language}),
      'side', oc.code) order by o.code)
    from decision_bodies xb join organisations o on o.id = xb.organisation_id
    left join countries oc on oc.id = o.country_id where xb.decision_id = x.id), '[]'),
  'initiative', case when i.id is not null and i.archived_at is null
    then json_build_object('code', i.code, 'title', text_in(i.title, ${language}), 'standing', i.standing) end)`

/** The state of the decision `x` with its initiative `i`. */
export const decisionState = sql`case
  when i.standing in ('completed', 'superseded', 'cancelled') then 'settled'
  when x.due_on is null then 'undated'
  when x.due_on < coalesce(
    today_at(x.partnership_id, (select min(o.country_id::text)::uuid from decision_bodies xb
      join organisations o on o.id = xb.organisation_id where xb.decision_id = x.id
      having count(distinct o.country_id) = 1 and count(o.country_id) = count(*))),
    today_at(x.partnership_id, null)) then 'past'
  else 'to-come' end`
