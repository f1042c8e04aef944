import { z } from 'zod'
import { inAlphabetOf } from '#lib/core/alphabet.ts'
import { Code } from '#lib/core/fields.ts'
import { dated } from '#lib/core/dated.ts'
import { given, none, type Sql, sql } from '#lib/core/database.ts'
import type { Tx } from '#lib/core/transaction.ts'
import type { Language } from '#lib/format/language.ts'
import { isOwn } from '#lib/partnerships/audience-of.ts'
import { partnershipSeen } from '#lib/partnerships/seen.ts'
import { type Answer, question } from '#lib/runner/question.ts'
import type { Due } from '#lib/rules/due-date.ts'

export type SourceList = Answer<typeof sourceList>

const pageSize = 50

/** The cited pages, the latest first, those without a date last; fifty a page, from the one `after` which the page
 *  begins. Each filter offers what there is under the other. */
export const sourceList = question({
  name: 'sources.list',
  input: z.object({
    partnership: Code,
    publisher: z.string().min(1).max(200).optional().catch(undefined),
    year: z
      .string()
      .regex(/^(\d{4}|undated)$/)
      .optional()
      .catch(undefined),
    after: Code.optional().catch(undefined),
  }),
  about: ({ tx, input, language }) => partnershipSeen(tx, input.partnership, language),
  async answer({ tx, record: partnership, input: { publisher, year, after }, language }) {
    const filter = { publisher, year }
    const found = await listed(tx, partnership.id, filter, after)
    return {
      partnership,
      filter,
      sources: found.slice(0, pageSize),
      isContinued: after !== undefined,
      next: found.length > pageSize ? (found[pageSize - 1]?.code ?? null) : null,
      ...(await sizes(tx, partnership.id, filter, language)),
    }
  },
})

export type ListedSource = {
  code: string
  title: string
  publisher: string
  url: string | null
  published: Due | null
  dateInferred: boolean
  own: boolean
  /** How many records rest on it. */
  cited: number
}

type Filter = { publisher?: string | undefined; year?: string | undefined }

function listed(tx: Tx, partnership: string, filter: Filter, after: string | undefined) {
  return tx.$queryRaw<ListedSource[]>`
    select so.code, so.title, so.publisher, so.url, ${dated(sql`so.published_on`, sql`so.published_precision`)} as published,
      so.date_inferred as "dateInferred", ${isOwn(sql`so.audience_id`)} as own,
      (select count(*)::int from citations ci where ci.source_id = so.id and not ${isOwn(sql`ci.audience_id`)}) as cited
    from sources so
    where ${matching(partnership, filter)}
      ${given(
        after,
        (code) => sql`and (coalesce(so.published_on, '0001-01-01'), so.code) <
        (select coalesce(l.published_on, '0001-01-01'), l.code from sources l where l.code = ${code})`,
      )}
    order by coalesce(so.published_on, '0001-01-01') desc, so.code desc limit ${pageSize + 1}`
}

async function sizes(tx: Tx, partnership: string, filter: Filter, language: Language) {
  const [found] = await tx.$queryRaw<
    [
      {
        total: number
        own: number
        publishers: { publisher: string; size: number }[]
        years: { year: string; size: number }[]
      },
    ]
  >`
    select
      (select count(*)::int from sources so where ${matching(partnership, filter)} and not ${isOwn(sql`so.audience_id`)}) as total,
      (select count(*)::int from sources so where ${matching(partnership, filter)} and ${isOwn(sql`so.audience_id`)}) as own,
      (select coalesce(json_agg(json_build_object('publisher', f.publisher, 'size', f.size) order by f.publisher ${inAlphabetOf(language)}), '[]')
        from (select so.publisher, count(*) as size from sources so
          where ${matching(partnership, { year: filter.year })} group by 1) f) as publishers,
      (select coalesce(json_agg(json_build_object('year', f.year, 'size', f.size) order by f.year = 'undated', f.year desc), '[]')
        from (select coalesce(to_char(so.published_on, 'YYYY'), 'undated') as year, count(*) as size from sources so
          where ${matching(partnership, { publisher: filter.publisher })} group by 1) f) as years`
  return found
}

function matching(partnership: string, { publisher, year }: Filter): Sql {
  return sql`so.partnership_id = ${partnership}::uuid
    ${given(publisher, (one) => sql`and so.publisher = ${one}`)}
    ${year === 'undated' ? sql`and so.published_on is null` : none}
    ${given(
      year === 'undated' ? undefined : year,
      (one) => sql`and so.published_on between
      make_date(${Number(one)}::int, 1, 1) and make_date(${Number(one)}::int, 12, 31)`,
    )}`
}
