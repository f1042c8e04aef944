import { z } from 'zod'
import { Code } from '#lib/core/fields.ts'
import { dated } from '#lib/core/dated.ts'
import { sql } from '#lib/core/database.ts'
import type { Tx } from '#lib/core/transaction.ts'
import type { Language } from '#lib/format/language.ts'
import { slipDays } from '#lib/milestones/slip-of.ts'
import { isOwn } from '#lib/partnerships/audience-of.ts'
import { type SeenPartnership, partnershipSeen } from '#lib/partnerships/seen.ts'
import { question } from '#lib/runner/question.ts'
import type { Due } from '#lib/rules/due-date.ts'
import type { Lateness } from '#lib/rules/lateness.ts'
import type { SideCode, Status } from '#lib/rules/milestone-status.ts'
import type { Text } from '#lib/rules/texts.ts'
import { type CitedSource, citedSources } from '#lib/sources/cited.ts'

export type OrganisationPage = {
  partnership: SeenPartnership
  code: string
  /** In the reader's language. */
  name: Text
  /** In every language that it has. */
  names: Text[]
  acronym: string | null
  kind: string
  /** Two of a joint venture; none of an international body. */
  countries: SideCode[]
  note: string | null
  /** The side that it leads in this partnership. */
  leadsSide: SideCode | null
  initiatives: BodyOf[]
  milestones: AnsweredMilestone[]
  /** How many milestones it answers for in all, and how many of them are completed. */
  answersFor: { all: number; completed: number }
  finance: { code: string; title: Text; role: 'provider' | 'receiver'; initiative: string | null }[]
  sources: CitedSource[]
}

/** An initiative that it leads or takes part in. */
export type BodyOf = {
  code: string
  title: Text
  direction: { code: string; title: Text }
  standing: string
  role: 'lead' | 'partner'
  /** For which it leads. */
  sides: SideCode[]
  own: boolean
}

/** A milestone that it answers for and that is neither completed nor cancelled. */
export type AnsweredMilestone = {
  code: string
  title: Text
  status: Status
  due: Due | null
  first: Due | null
  /** Calendar days. */
  slip: number
  lateness: Lateness
  own: boolean
}

/** A body, and what it does in the partnership. */
export const organisationPage = question({
  name: 'organisations.organisation',
  input: z.object({ partnership: Code, organisation: Code }),
  about: ({ tx, input, language }) => organisationSeen(tx, input, language),
  answer: async ({ record }) => record,
})

async function organisationSeen(
  tx: Tx,
  asked: { partnership: string; organisation: string },
  language: Language,
): Promise<OrganisationPage | undefined> {
  const partnership = await partnershipSeen(tx, asked.partnership, language)
  if (!partnership) return undefined
  const here = partnership.id
  const [organisation] = await tx.$queryRaw<Omit<OrganisationPage, 'partnership'>[]>`
    select o.code, text_in(o.name, ${language}) as name,
      (select json_agg(text_in(o.name, k.key) order by k.key = ${language} desc,
          coalesce(array_position(array['en', 'uz', 'ru', 'ko'], k.key), 9), k.key)
        from jsonb_object_keys(o.name) k (key)) as names,
      o.acronym, o.kind, array_remove(array[c.code, jc.code]::text[], null) as countries, o.note,
      (select sc.code from sides s join countries sc on sc.id = s.country_id
        where s.partnership_id = ${here}::uuid and s.lead_organisation_id = o.id) as "leadsSide",
      coalesce((select json_agg(json_build_object('code', i.code, 'title', text_in(i.title, ${language}),
          'direction', json_build_object('code', d.code, 'title', text_in(d.title, ${language})),
          'standing', i.standing, 'role', b.role, 'sides', coalesce(b.sides, '[]'),
          'own', ${isOwn(sql`i.audience_id`)}) order by b.role, d.position, i.code)
        from (select b.initiative_id, b.role, json_agg(bc.code order by bc.code) filter (where bc.id is not null) as sides
          from initiative_bodies b left join countries bc on bc.id = b.country_id
          where b.organisation_id = o.id group by 1, 2) b
        join initiatives i on i.id = b.initiative_id join directions d on d.id = i.direction_id
        where i.partnership_id = ${here}::uuid and i.archived_at is null), '[]') as initiatives,
      coalesce((select json_agg(json_build_object('code', m.code, 'title', text_in(m.title, ${language}),
          'status', m.status, 'due', ${dated(sql`m.due_on`, sql`m.due_precision`)},
          'first', ${dated(sql`m.baseline_on`, sql`m.baseline_precision`)}, 'slip', ${slipDays(sql`m.id`)},
          'lateness', m.lateness,
          'own', ${isOwn(sql`m.audience_id`)})
          order by m.lateness in ('overdue', 'no_evidence') desc, m.due_on, m.code)
        from (select * from milestones_today t where t.organisation_id = o.id and t.partnership_id = ${here}::uuid
          and t.status not in ('completed', 'cancelled') order by t.due_on, t.code limit 100) m), '[]') as milestones,
      (select json_build_object('all', count(*), 'completed', count(*) filter (where m.status = 'completed'))
        from milestones m where m.organisation_id = o.id and m.partnership_id = ${here}::uuid
          and m.archived_at is null and m.status <> 'cancelled' and not ${isOwn(sql`m.audience_id`)}) as "answersFor",
      coalesce((select json_agg(json_build_object('code', fr.code, 'title', text_in(fr.title, ${language}),
          'role', case when fr.provider_id = o.id then 'provider' else 'receiver' end, 'initiative', i.code)
          order by fr.agreed_on desc, fr.code)
        from finance_records fr left join initiatives i on i.id = fr.initiative_id and i.archived_at is null
        where fr.partnership_id = ${here}::uuid and fr.archived_at is null
          and o.id in (fr.provider_id, fr.receiver_id)), '[]') as finance,
      ${citedSources(sql`ci.organisation_id = o.id and ci.partnership_id = ${here}::uuid`)} as sources
    from organisations o left join countries c on c.id = o.country_id left join countries jc on jc.id = o.joint_country_id
    where o.code = ${asked.organisation} and o.archived_at is null`
  return organisation && { partnership, ...organisation }
}
