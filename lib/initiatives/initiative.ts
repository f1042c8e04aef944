import { z } from 'zod'
import { dated } from '#lib/core/dated.ts'
import { given, sql } from '#lib/core/database.ts'
import { Code } from '#lib/core/fields.ts'
import { contradictionsWhere, type ShownContradiction } from '#lib/facts/contradictions-where.ts'
import { question, type Answer } from '#lib/runner/question.ts'
import type { Due } from '#lib/rules/due-date.ts'
import type { Lateness } from '#lib/rules/lateness.ts'
import type { SideCode, Status, Verdict } from '#lib/rules/milestone-status.ts'
import type { Text } from '#lib/rules/texts.ts'
import { type CitedSource, citedSources } from '#lib/sources/cited.ts'

export type InitiativePage = Answer<typeof initiativePage>

type Linked = { code: string; title: Text }
type Found = {
  id: string
  code: string
  partnership: string
  sides: SideCode[]
  direction: Linked
  title: Text
  description: Text | null
  standing: string
  standingAsOf: Due | null
  standingInferred: boolean
  stages: string[]
  location: string | null
  starts: Due | null
  ends: Due | null
  inferred: boolean
  note: string | null
  milestones: {
    code: string
    title: Text
    status: Status
    percent: number | null
    weight: number
    due: Due | null
    lateness: Lateness
    verdicts: Verdict[]
    own: boolean
  }[]
  bodies: { code: string; name: Text; role: string; side: SideCode | null }[]
  values: { amount: string; currency: string; kind: string | null; counts: boolean }[]
  finance: {
    code: string
    title: Text
    amount: string
    currency: string
    qualifier: string | null
    entersSums: boolean
    on: Due
  }[]
  indicators: {
    code: string
    title: Text
    unit: string
    measurements: {
      role: string
      value: string
      on: Due | null
      qualifier: string | null
      inferred: boolean
    }[]
  }[]
  agreements: Linked[]
  decisions: { meeting: string; number: number; text: Text }[]
  facts: { on: Due; kind: string; text: Text; inferred: boolean }[]
  openPoints: { text: Text; status: string; state: string | null }[]
  contradictions: ShownContradiction[]
  sources: CitedSource[]
}

/** An initiative with all that hangs on it. */
export const initiativePage = question({
  name: 'initiatives.initiative',
  input: z.object({ partnership: Code.optional(), initiative: Code }),
  async about({ tx, input, language }) {
    const [found] = await tx.$queryRaw<Found[]>`
      select i.id::text, i.code, p.code as partnership, text_in(i.title, ${language}) as title,
        (select jsonb_agg(c.code order by s.position) from sides s join countries c on c.id = s.country_id
          where s.partnership_id = p.id) as sides,
        jsonb_build_object('code', d.code, 'title', text_in(d.title, ${language})) as direction,
        text_in(i.description, ${language}) as description, i.standing,
        ${dated(sql`i.standing_on`, sql`i.standing_precision`)} as "standingAsOf",
        i.standing_inferred as "standingInferred", i.stages, i.location,
        ${dated(sql`i.starts_on`, sql`i.starts_precision`)} as starts, ${dated(sql`i.ends_on`, sql`i.ends_precision`)} as ends,
        i.inferred, i.note,
        coalesce((select jsonb_agg(jsonb_build_object('code', m.code, 'title', text_in(m.title, ${language}),
            'status', m.status, 'percent', m.percent, 'weight', m.weight,
            'due', ${dated(sql`m.due_on`, sql`m.due_precision`)}, 'lateness', m.lateness,
            'verdicts', verdicts_on(m.id), 'own', a.kind = 'side') order by m.code)
          from milestones_today m join audiences a on a.id = m.audience_id where m.initiative_id = i.id), '[]') as milestones,
        coalesce((select jsonb_agg(jsonb_build_object('code', o.code, 'name', text_in(o.name, ${language}), 'role', b.role,
            'side', c.code) order by b.role, c.code desc, b.position)
          from initiative_bodies b join organisations o on o.id = b.organisation_id
          left join countries c on c.id = b.country_id where b.initiative_id = i.id), '[]') as bodies,
        coalesce((select jsonb_agg(jsonb_build_object('amount', v.amount::text, 'currency', v.currency, 'kind', v.kind,
            'counts', v.counts) order by v.counts desc, v.position)
          from reported_values v where v.initiative_id = i.id and v.about = 'value'), '[]') as values,
        coalesce((select jsonb_agg(jsonb_build_object('code', f.code, 'title', text_in(f.title, ${language}),
            'amount', f.amount::text, 'currency', f.currency, 'qualifier', f.qualifier,
            'entersSums', f.transaction_type is not null, 'on', ${dated(sql`f.agreed_on`, sql`f.agreed_precision`)})
            order by f.agreed_on, f.code)
          from finance_records f where f.initiative_id = i.id and f.archived_at is null), '[]') as finance,
        coalesce((select jsonb_agg(jsonb_build_object('code', n.code, 'title', text_in(n.title, ${language}), 'unit', n.unit,
            'measurements', (select coalesce(jsonb_agg(jsonb_build_object('role', x.role, 'value', x.value::text,
                'on', ${dated(sql`x.measured_on`, sql`x.measured_precision`)}, 'qualifier', x.qualifier,
                'inferred', x.inferred) order by array_position(array['baseline', 'target', 'actual'], x.role), x.position), '[]')
              from measurements x where x.indicator_id = n.id)) order by n.code)
          from indicators n where n.initiative_id = i.id and n.archived_at is null), '[]') as indicators,
        coalesce((select jsonb_agg(jsonb_build_object('code', g.code, 'title', text_in(g.title, ${language})) order by g.signed_on)
          from initiative_agreements l join agreements g on g.id = l.agreement_id where l.initiative_id = i.id), '[]') as agreements,
        coalesce((select jsonb_agg(jsonb_build_object('meeting', t.code, 'number', x.number, 'text', text_in(x.text, ${language}))
            order by t.held_on, x.number)
          from decisions x join meetings t on t.id = x.meeting_id where x.initiative_id = i.id), '[]') as decisions,
        coalesce((select jsonb_agg(jsonb_build_object('on', ${dated(sql`f.reported_on`, sql`f.reported_precision`)},
            'kind', f.kind, 'text', text_in(f.text, ${language}), 'inferred', f.inferred) order by f.reported_on desc)
          from reported_facts f where f.initiative_id = i.id), '[]') as facts,
        coalesce((select jsonb_agg(jsonb_build_object('text', text_in(o.text, ${language}), 'status', o.status, 'state', o.state)
            order by o.position) from open_points o where o.initiative_id = i.id), '[]') as "openPoints",
        ${contradictionsWhere(sql`coalesce(c.initiative_id, n.initiative_id) = i.id`, language)} as contradictions,
        ${citedSources(sql`ci.initiative_id = i.id`)} as sources
      from initiatives i join partnerships p on p.id = i.partnership_id join directions d on d.id = i.direction_id
      where i.code = ${input.initiative} and i.archived_at is null
        ${given(input.partnership, (code) => sql`and p.code = ${code}`)}`
    return found
  },
  answer: async ({ record }) => record,
})
