import { z } from 'zod'
import { keepsPlan } from '#lib/access/roles.ts'
import { given, type Sql, sql } from '#lib/core/database.ts'
import type { Tx } from '#lib/core/transaction.ts'
import { Code } from '#lib/core/fields.ts'
import type { Language } from '#lib/format/language.ts'
import { isOwn } from '#lib/partnerships/audience-of.ts'
import { partnershipSeen } from '#lib/partnerships/seen.ts'
import { type Answer, question } from '#lib/runner/question.ts'
import { type Standing, standings } from '#lib/rules/initiative.ts'
import { searchLength } from '#lib/rules/limits.ts'
import type { SideCode } from '#lib/rules/milestone-status.ts'
import type { Text } from '#lib/rules/texts.ts'
import { listedInitiatives } from './listed.ts'

export type InitiativeList = Answer<typeof initiativeList>

/** What the address may narrow the list to; a filter that makes no sense is none. */
const filters = {
  words: z.string().trim().min(1).max(searchLength.max).optional().catch(undefined),
  direction: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional()
    .catch(undefined),
  side: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional()
    .catch(undefined),
  standing: z.enum(standings).optional().catch(undefined),
}

/** `found`: the ids of what was searched. */
type Filter = Omit<z.output<z.ZodObject<typeof filters>>, 'words'> & { found: string[] | undefined }

const pageSize = 40
/** Of what search finds, whatever it is. */
const mostFound = 5000

/** The initiatives of a partnership in the order of their codes, forty a page, from the one `after` which the page begins.
 *  Each filter offers what there is under the others. `side`: which has named who leads for it. */
export const initiativeList = question({
  name: 'initiatives.list',
  input: z.object({ partnership: Code, ...filters, after: Code.optional().catch(undefined) }),
  about: ({ tx, input, language }) => partnershipSeen(tx, input.partnership, language),
  async answer({ tx, viewer, record: partnership, input, language }) {
    const { words, direction, side, standing, after } = input
    const ids = words === undefined ? undefined : await initiativesFound(tx, words)
    const filter = { found: ids, direction, side, standing }
    const found = await listedInitiatives(
      tx,
      partnership.id,
      sql`${matching(filter)} ${given(after, (code) => sql`and i.code collate "C" > ${code}`)}`,
      language,
      pageSize + 1,
    )
    return {
      partnership,
      filter: { words, direction, side, standing },
      initiatives: found.slice(0, pageSize),
      isContinued: after !== undefined,
      next: found.length > pageSize ? (found[pageSize - 1]?.code ?? null) : null,
      ...(await sizes(tx, partnership.id, filter)),
      ...(await offered(tx, partnership.id, filter, language)),
      mayCreate: keepsPlan(viewer, partnership.id, 'shared') !== undefined,
    }
  },
})

/** Once for all that the page counts. */
async function initiativesFound(tx: Tx, words: string): Promise<string[]> {
  const [found] = await tx.$queryRaw<[{ ids: string[] }]>`
    select coalesce(array_agg(f.record_id), '{}')::text[] as ids
    from search(${words}, ${mostFound}) f where f.record_table = 'initiatives'`
  return found.ids
}

async function sizes(tx: Tx, partnership: string, filter: Filter) {
  const [size] = await tx.$queryRaw<[{ total: number; own: number }]>`
    select count(*) filter (where not x.own)::int as total, count(*) filter (where x.own)::int as own
    from (select ${isOwn(sql`i.audience_id`)} as own from initiatives i
      where i.partnership_id = ${partnership}::uuid and i.archived_at is null and ${matching(filter)}) x`
  return size
}

/** What each filter can be set to, with how many initiatives that would be. */
async function offered(tx: Tx, partnership: string, filter: Filter, language: Language) {
  const but = (left: keyof Filter) =>
    sql`i.partnership_id = ${partnership}::uuid and i.archived_at is null and ${matching({ ...filter, [left]: undefined })}`
  const [offers] = await tx.$queryRaw<
    [
      {
        directions: { code: string; title: Text; size: number }[]
        sides: { side: SideCode; size: number }[]
        standings: { standing: Standing; size: number }[]
      },
    ]
  >`
    select
      (select coalesce(json_agg(json_build_object('code', d.code, 'title', text_in(d.title, ${language}),
          'size', f.size) order by d.position), '[]')
        from (select i.direction_id, count(*) as size from initiatives i where ${but('direction')} group by 1) f
        join directions d on d.id = f.direction_id) as directions,
      (select coalesce(json_agg(json_build_object('side', c.code, 'size', f.size) order by c.code), '[]')
        from (select b.country_id, count(distinct i.id) as size from initiatives i
          join initiative_bodies b on b.initiative_id = i.id and b.role = 'lead' where ${but('side')} group by 1) f
        join countries c on c.id = f.country_id) as sides,
      (select coalesce(json_agg(json_build_object('standing', f.standing, 'size', f.size) order by f.size desc, f.standing), '[]')
        from (select i.standing, count(*) as size from initiatives i where ${but('standing')} group by 1) f) as standings`
  return offers
}

function matching({ found, direction, side, standing }: Filter): Sql {
  return sql`true
    ${given(found, (ids) => sql`and i.id = any(${ids}::uuid[])`)}
    ${given(
      direction,
      (code) => sql`and i.direction_id in (select d.id from directions d
      where d.partnership_id = i.partnership_id and d.code = ${code})`,
    )}
    ${given(
      side,
      (code) => sql`and exists (select from initiative_bodies b join countries c on c.id = b.country_id
      where b.initiative_id = i.id and b.role = 'lead' and c.code = ${code})`,
    )}
    ${given(standing, (one) => sql`and i.standing = ${one}`)}`
}
