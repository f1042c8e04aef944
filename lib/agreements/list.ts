import { z } from 'zod'
import { Code } from '#lib/core/fields.ts'
import { dated } from '#lib/core/dated.ts'
import { given, none, type Sql, sql } from '#lib/core/database.ts'
import type { Tx } from '#lib/core/transaction.ts'
import type { Language } from '#lib/format/language.ts'
import { isOwn } from '#lib/partnerships/audience-of.ts'
import { partnershipSeen } from '#lib/partnerships/seen.ts'
import { type Answer, question } from '#lib/runner/question.ts'
import type { Due } from '#lib/rules/due-date.ts'
import type { Text } from '#lib/rules/texts.ts'

export type AgreementList = Answer<typeof agreementList>

/** What the address may narrow the list to; a filter that makes no sense is none. */
const filters = {
  direction: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional()
    .catch(undefined),
  kind: z
    .string()
    .regex(/^[a-z_]{1,40}$/)
    .optional()
    .catch(undefined),
  year: z
    .string()
    .regex(/^(\d{4}|undated)$/)
    .optional()
    .catch(undefined),
}

type Filter = { direction?: string | undefined; kind?: string | undefined; year?: string | undefined }

const pageSize = 100

/** The agreements of a partnership, the latest first, those without a date last; a hundred a page, from the one
 *  `after` which the page begins. Each filter offers what there is under the others. */
export const agreementList = question({
  name: 'agreements.list',
  input: z.object({ partnership: Code, ...filters, after: Code.optional().catch(undefined) }),
  about: ({ tx, input, language }) => partnershipSeen(tx, input.partnership, language),
  async answer({ tx, record: partnership, input, language }) {
    const { direction, kind, year, after } = input
    const found = await listed(tx, partnership.id, input, after, language)
    return {
      partnership,
      filter: { direction, kind, year },
      agreements: found.slice(0, pageSize),
      isContinued: after !== undefined,
      next: found.length > pageSize ? (found[pageSize - 1]?.code ?? null) : null,
      ...(await sizes(tx, partnership.id, input)),
      ...(await offered(tx, partnership.id, input, language)),
    }
  },
})

export type ListedAgreement = {
  code: string
  kind: string
  title: Text
  signed: Due | null
  place: string | null
  inferred: boolean
  own: boolean
  directions: { code: string; title: Text }[]
  /** How many initiatives descend from it. */
  initiatives: number
}

function listed(tx: Tx, partnership: string, filter: Filter, after: string | undefined, language: Language) {
  return tx.$queryRaw<ListedAgreement[]>`
    select g.code, g.kind, text_in(g.title, ${language}) as title,
      ${dated(sql`g.signed_on`, sql`g.signed_precision`)} as signed, g.place, g.inferred,
      ${isOwn(sql`g.audience_id`)} as own,
      coalesce((select json_agg(json_build_object('code', d.code, 'title', text_in(d.title, ${language}))
          order by d.position)
        from agreement_directions ad join directions d on d.id = ad.direction_id
        where ad.agreement_id = g.id), '[]') as directions,
      (select count(*)::int from initiative_agreements ia join initiatives i on i.id = ia.initiative_id
        where ia.agreement_id = g.id and i.archived_at is null and not ${isOwn(sql`i.audience_id`)}) as initiatives
    from agreements g
    where ${matching(partnership, filter)}
      ${given(
        after,
        (code) => sql`and (coalesce(g.signed_on, '0001-01-01'), g.code) <
        (select coalesce(l.signed_on, '0001-01-01'), l.code from agreements l where l.code = ${code})`,
      )}
    order by coalesce(g.signed_on, '0001-01-01') desc, g.code desc limit ${pageSize + 1}`
}

async function sizes(tx: Tx, partnership: string, filter: Filter) {
  const [size] = await tx.$queryRaw<[{ total: number; own: number }]>`
    select count(*) filter (where not x.own)::int as total, count(*) filter (where x.own)::int as own
    from (select ${isOwn(sql`g.audience_id`)} as own from agreements g where ${matching(partnership, filter)}) x`
  return size
}

/** What each filter can be set to, with how many agreements that would be. */
async function offered(tx: Tx, partnership: string, filter: Filter, language: Language) {
  const but = (left: keyof Filter) => matching(partnership, { ...filter, [left]: undefined })
  const [offers] = await tx.$queryRaw<
    [
      {
        directions: { code: string; title: Text; size: number }[]
        kinds: { kind: string; size: number }[]
        years: { year: string; size: number }[]
      },
    ]
  >`
    select
      (select coalesce(json_agg(json_build_object('code', d.code, 'title', text_in(d.title, ${language}),
          'size', f.size) order by d.position), '[]')
        from (select ad.direction_id, count(*) as size from agreements g
          join agreement_directions ad on ad.agreement_id = g.id where ${but('direction')} group by 1) f
        join directions d on d.id = f.direction_id) as directions,
      (select coalesce(json_agg(json_build_object('kind', f.kind, 'size', f.size) order by f.size desc, f.kind), '[]')
        from (select g.kind, count(*) as size from agreements g where ${but('kind')} group by 1) f) as kinds,
      (select coalesce(json_agg(json_build_object('year', f.year, 'size', f.size) order by f.year = 'undated', f.year desc), '[]')
        from (select coalesce(to_char(g.signed_on, 'YYYY'), 'undated') as year, count(*) as size
          from agreements g where ${but('year')} group by 1) f) as years`
  return offers
}

function matching(partnership: string, { direction, kind, year }: Filter): Sql {
  return sql`g.partnership_id = ${partnership}::uuid and g.archived_at is null
    ${given(kind, (one) => sql`and g.kind = ${one}`)}
    ${given(
      direction,
      (code) => sql`and exists (select from agreement_directions ad
      join directions d on d.id = ad.direction_id where ad.agreement_id = g.id and d.code = ${code})`,
    )}
    ${year === 'undated' ? sql`and g.signed_on is null` : none}
    ${given(
      year === 'undated' ? undefined : year,
      (one) => sql`and g.signed_on between
      make_date(${Number(one)}::int, 1, 1) and make_date(${Number(one)}::int, 12, 31)`,
    )}`
}
