import { z } from 'zod'
import { inAlphabetOf } from '#lib/core/alphabet.ts'
import { Code } from '#lib/core/fields.ts'
import { given, type Sql, sql } from '#lib/core/database.ts'
import type { Tx } from '#lib/core/transaction.ts'
import type { Language } from '#lib/format/language.ts'
import { isOwn } from '#lib/partnerships/audience-of.ts'
import { type SeenPartnership, partnershipSeen } from '#lib/partnerships/seen.ts'
import { type Answer, question } from '#lib/runner/question.ts'
import type { SideCode } from '#lib/rules/milestone-status.ts'
import type { Text } from '#lib/rules/texts.ts'

export type OrganisationList = Answer<typeof organisationList>

const pageSize = 200

/** Organisations of the partnership's two countries, and others that are named in what the viewer sees, in the order of
 *  their names in the reader's alphabet; two hundred a page, from the one `after` which the page begins. */
export const organisationList = question({
  name: 'organisations.list',
  input: z.object({
    partnership: Code,
    country: z
      .string()
      .regex(/^([A-Z]{2}|joint|other)$/)
      .optional()
      .catch(undefined),
    kind: z
      .string()
      .regex(/^[a-z_]{1,40}$/)
      .optional()
      .catch(undefined),
    after: Code.optional().catch(undefined),
  }),
  about: ({ tx, input, language }) => partnershipSeen(tx, input.partnership, language),
  async answer({ tx, record: partnership, input: { country, kind, after }, language }) {
    const filter = { country, kind }
    const found = await listed(tx, partnership, filter, after, language)
    return {
      partnership,
      filter,
      organisations: found.slice(0, pageSize),
      isContinued: after !== undefined,
      next: found.length > pageSize ? (found[pageSize - 1]?.code ?? null) : null,
      ...(await sizes(tx, partnership, filter)),
    }
  },
})

export type ListedOrganisation = {
  code: string
  name: Text
  acronym: string | null
  kind: string
  /** Two of a joint venture; none of an international body. */
  countries: SideCode[]
  /** Initiatives that it leads. */
  leads: number
  /** Milestones that it answers for, neither completed nor cancelled. */
  openMilestones: number
}

type Filter = { country?: string | undefined; kind?: string | undefined }

function listed(
  tx: Tx,
  partnership: SeenPartnership,
  filter: Filter,
  after: string | undefined,
  language: Language,
) {
  return tx.$queryRaw<ListedOrganisation[]>`
    select o.code, text_in(o.name, ${language}) as name, o.acronym, o.kind,
      array_remove(array[c.code, jc.code]::text[], null) as countries,
      (select count(distinct b.initiative_id)::int from initiative_bodies b join initiatives i on i.id = b.initiative_id
        where b.organisation_id = o.id and b.role = 'lead' and i.archived_at is null and not ${isOwn(sql`i.audience_id`)}
          and i.partnership_id = ${partnership.id}::uuid) as leads,
      (select count(*)::int from milestones m where m.organisation_id = o.id and m.archived_at is null and not ${isOwn(sql`m.audience_id`)}
        and m.partnership_id = ${partnership.id}::uuid and m.status not in ('completed', 'cancelled')) as "openMilestones"
    from organisations o left join countries c on c.id = o.country_id left join countries jc on jc.id = o.joint_country_id
    where ${matching(partnership, filter)} ${given(
      after,
      (code) => sql`and (${nameOf(sql`o`, language)}, o.code) > (
        select ${nameOf(sql`l`, language)}, l.code from organisations l where l.code = ${code})`,
    )}
    order by ${nameOf(sql`o`, language)}, o.code limit ${pageSize + 1}`
}

const nameOf = (organisation: Sql, language: Language): Sql =>
  sql`(text_in(${organisation}.name, ${language}) ->> 'text') ${inAlphabetOf(language)}`

async function sizes(tx: Tx, partnership: SeenPartnership, filter: Filter) {
  const from = sql`organisations o left join countries c on c.id = o.country_id
    left join countries jc on jc.id = o.joint_country_id`
  const [found] = await tx.$queryRaw<
    [
      {
        total: number
        countries: { country: string; size: number }[]
        kinds: { kind: string; size: number }[]
      },
    ]
  >`
    select (select count(*)::int from ${from} where ${matching(partnership, filter)}) as total,
      (select coalesce(json_agg(json_build_object('country', f.country, 'size', f.size) order by f.size desc), '[]')
        from (select ${place(partnership)} as country, count(*) as size from ${from}
          where ${matching(partnership, { kind: filter.kind })} group by 1) f) as countries,
      (select coalesce(json_agg(json_build_object('kind', f.kind, 'size', f.size) order by f.size desc, f.kind), '[]')
        from (select o.kind, count(*) as size from ${from}
          where ${matching(partnership, { country: filter.country })} group by 1) f) as kinds`
  return found
}

/** A side, `joint` for a joint venture, `other` for a third country's or an international body. */
function place({ sides }: SeenPartnership): Sql {
  return sql`case when jc.id is not null then 'joint' when c.code = any(${sides}) then c.code else 'other' end`
}

function matching(partnership: SeenPartnership, { country, kind }: Filter): Sql {
  return sql`o.archived_at is null
    and (c.code = any(${partnership.sides}) or jc.code = any(${partnership.sides})
      or exists (select from initiative_bodies b join initiatives i on i.id = b.initiative_id
        where b.organisation_id = o.id and i.partnership_id = ${partnership.id}::uuid)
      or exists (select from milestones m where m.organisation_id = o.id and m.partnership_id = ${partnership.id}::uuid)
      or exists (select from decision_bodies xb join decisions x on x.id = xb.decision_id
        where xb.organisation_id = o.id and x.partnership_id = ${partnership.id}::uuid)
      or exists (select from finance_records fr where fr.partnership_id = ${partnership.id}::uuid
        and o.id in (fr.provider_id, fr.receiver_id))
      or exists (select from citations ci where ci.organisation_id = o.id and ci.partnership_id = ${partnership.id}::uuid))
    ${given(country, (one) => sql`and ${place(partnership)} = ${one}`)}
    ${given(kind, (one) => sql`and o.kind = ${one}`)}`
}
