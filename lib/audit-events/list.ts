import { z } from 'zod'
import { changedValues } from '#lib/core/changed-values.ts'
import { given, type Sql, sql } from '#lib/core/database.ts'
import type { Tx } from '#lib/core/transaction.ts'
import { Code } from '#lib/core/fields.ts'
import type { Language } from '#lib/format/language.ts'
import { audienceOf } from '#lib/partnerships/audience-of.ts'
import { type ShownPost, shownPost } from '#lib/people/shown-post.ts'
import type { ChangedField } from '#lib/runner/outcome.ts'
import { type Answer, question } from '#lib/runner/question.ts'
import { isPlainDate } from '#lib/rules/due-date.ts'
import { type NamedRecord, namesOf, uuidsIn } from './names-of.ts'

export type AuditEventList = Answer<typeof auditEventList>

/** One command as one audience has it. A command that touched two is two events, each with its own rows. */
export type AuditEvent = {
  /** Of the audience, and its place in that audience's chain. */
  key: string
  act: string
  /** ISO 8601, to the microsecond. */
  at: string
  audience: { kind: 'common' | 'registry' | 'public' | 'shared' | 'side'; side: string | null }
  /** Code; null outside partnerships. */
  partnership: string | null
  /** Null: nobody's, for the import alone. */
  post: ShownPost | null
  /** Named in a registry alone. */
  person: string | null
  /** How many rows it changed; the first of them follow. */
  size: number
  changes: EventChange[]
}

export type EventChange = {
  kind: 'created' | 'changed' | 'left' | 'appeared' | 'deleted'
  table: string
  record: string
  fields: ChangedField[]
}

const pageSize = 50
/** More are not counted: the ledger only grows. */
const mostCounted = 500
/** Of one event; the import has thousands. */
const mostChanges = 12

const Day = z.string().refine(isPlainDate).optional().catch(undefined)

/** Where a page begins: after the event of this moment, audience and place in its chain. */
const After = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z_[0-9a-f-]{36}_\d{1,18}$/)
  .transform((text) => {
    const [at = '', audience = '', seq = ''] = text.split('_')
    return { at, audience, seq }
  })
  .optional()
  .catch(undefined)

/** Who did what, as far as the viewer sees it: the newest first. `in`: the code of a partnership, `registry` or `common`;
 *  `kind`: the noun of the act; `record`: the code of what was changed; days are those of the viewer's country. */
export const auditEventList = question({
  name: 'audit-events.list',
  input: z.object({
    in: z
      .string()
      .regex(/^([A-Z]{2}-[A-Z]{2}|registry|common)$/)
      .optional()
      .catch(undefined),
    kind: z
      .string()
      .regex(/^[a-z-]{1,40}$/)
      .optional()
      .catch(undefined),
    act: z
      .string()
      .regex(/^[a-z-]{1,40}(\.[a-z-]{1,40})?$/)
      .optional()
      .catch(undefined),
    record: Code.optional().catch(undefined),
    from: Day,
    to: Day,
    after: After,
  }),
  about: async ({ viewer }) => viewer,
  async answer({ tx, viewer, input: { after, ...filter }, language }) {
    const acts = await actsSeen(tx)
    const { act, kind } = filter
    const chosen = act ? [act] : kind ? acts.filter((one) => one.startsWith(`${kind}.`)) : undefined
    const records = filter.record === undefined ? undefined : await recordsOf(tx, filter.record)
    const wanted = { in: filter.in, chosen, records, period: period(filter, viewer.country) }
    const found = await newest(tx, { ...wanted, after }, language)
    const size = await sizeOf(tx, wanted)
    const events = found.slice(0, pageSize)
    const last = found.length > pageSize ? events.at(-1) : undefined
    const [{ timeZone } = { timeZone: 'UTC' }] = await tx.$queryRaw<{ timeZone: string }[]>`
      select time_zone as "timeZone" from countries where id = ${viewer.country}::uuid`
    return {
      timeZone,
      side: viewer.side,
      filter,
      acts,
      partnerships: await tx.$queryRaw<{ code: string }[]>`select code from partnerships order by code`,
      events,
      total: Math.min(size, mostCounted),
      areMore: size > mostCounted,
      names: await namesIn(tx, events, language),
      isContinued: after !== undefined,
      next: last ? `${last.at}_${last.key.replace(' ', '_')}` : null,
    }
  },
})

/** The acts of which the viewer sees an event: hopped through the index from one to the next, so that the length of the
 *  ledger does not matter. */
async function actsSeen(tx: Tx): Promise<string[]> {
  const found = await tx.$queryRaw<{ act: string }[]>`
    with recursive hop (audience, act) as (
      select a.id, (select e.name from events e where e.audience_id = a.id order by e.name limit 1) from audiences a
      union all
      select h.audience, (select e.name from events e where e.audience_id = h.audience and e.name > h.act
        order by e.name limit 1)
      from hop h where h.act is not null)
    select distinct act from hop where act is not null order by act`
  return found.map(({ act }) => act)
}

function period(filter: { from?: string | undefined; to?: string | undefined }, country: string): Sql {
  const start = (day: string, days: number) => sql`
    (select (${day}::date + ${days}::int)::timestamp at time zone c.time_zone from countries c where c.id = ${country}::uuid)`
  return sql`${given(filter.from, (day) => sql`and e.at >= ${start(day, 0)}`)}
    ${given(filter.to, (day) => sql`and e.at < ${start(day, 1)}`)}`
}

/** What bears the code, with what was logged, said and moved on it. */
async function recordsOf(tx: Tx, code: string): Promise<string[]> {
  const found = await tx.$queryRaw<{ id: string }[]>`
    with named (id) as (
      select id from milestones where code = ${code} union all select id from initiatives where code = ${code}
      union all select id from agreements where code = ${code} union all select id from meetings where code = ${code}
      union all select id from sources where code = ${code} union all select id from organisations where code = ${code}
      union all select id from partnerships where code = ${code} union all select id from countries where code = ${code}
      union all select d.id from directions d join partnerships p on p.id = d.partnership_id
        where p.code || '-' || d.code = ${code})
    select id::text from named
    union select r.id::text from named n join progress_reports r on r.milestone_id = n.id
    union select c.id::text from named n join confirmations c on c.milestone_id = n.id
    union select d.id::text from named n join due_date_changes d on d.milestone_id = n.id`
  return found.map(({ id }) => id)
}

type Wanted = {
  in: string | undefined
  chosen: string[] | undefined
  records: string[] | undefined
  after?: z.infer<typeof After>
  period: Sql
}

async function sizeOf(tx: Tx, wanted: Wanted): Promise<number> {
  const most = mostCounted + 1
  const [{ size } = { size: 0 }] = await tx.$queryRaw<{ size: number }[]>`
    select count(*)::int as size from (select from ${newestOf(wanted, most)} limit ${most}) counted`
  return size
}

const columns = sql`e.audience_id, e.seq, e.command, e.name, e.post_id, e.person_id, e.at`

/** What is wanted, as the FROM of a statement whose `e` they are: of each audience, and of each act that was chosen, its own
 *  newest are read from an index, then put together. `most`: as many as the statement takes of them. */
function newestOf(wanted: Wanted, most: number): Sql {
  const earlier = sql`${wanted.period} ${given(
    wanted.after,
    ({ at, audience, seq }) => sql`and e.at <= ${at}::timestamptz
      and (e.at, e.audience_id, e.seq) < (${at}::timestamptz, ${audience}::uuid, ${seq}::bigint)`,
  )}`
  return wanted.records
    ? sql`(select distinct ${columns} from changes ch
        join events e on e.command = ch.command and e.audience_id = ch.audience_id
        join audiences a on a.id = e.audience_id left join partnerships p on p.id = a.partnership_id
        where ch.record_id = any(${wanted.records}::uuid[]) ${inside(wanted.in)}
          ${given(wanted.chosen, (acts) => sql`and e.name = any(${acts}::text[])`)} ${earlier}) e`
    : sql`audiences a left join partnerships p on p.id = a.partnership_id
      ${given(wanted.chosen, (acts) => sql`cross join unnest(${acts}::text[]) chosen (act)`)}
      cross join lateral (
        select ${columns} from events e
        where e.audience_id = a.id ${given(wanted.chosen, () => sql`and e.name = chosen.act`)} ${earlier}
        order by e.at desc, e.seq desc limit ${most}) e
      where true ${inside(wanted.in)}`
}

function newest(tx: Tx, wanted: Wanted, language: Language): Promise<AuditEvent[]> {
  const most = pageSize + 1
  return tx.$queryRaw<AuditEvent[]>`
    with latest as materialized (
      select ${columns} from ${newestOf(wanted, most)} order by e.at desc, e.audience_id desc, e.seq desc limit ${most})
    select e.audience_id || ' ' || e.seq as key, e.name as act,
      to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
      ${audienceOf(sql`e.audience_id`)} as audience,
      (select p.code from audiences a join partnerships p on p.id = a.partnership_id where a.id = e.audience_id)
        as partnership,
      ${shownPost(sql`e.post_id`, language)} as post,
      (select pe.name from people pe where pe.id = e.person_id) as person,
      coalesce((select max(c.n) from changes c where c.command = e.command and c.audience_id = e.audience_id), 0) as size,
      coalesce((select json_agg(json_build_object('kind', c.kind, 'table', c.record_table, 'record', c.record_id,
          'fields', ${fieldsOf(sql`c`)}) order by c.n)
        from changes c where c.command = e.command and c.audience_id = e.audience_id and c.n <= ${mostChanges}), '[]')
        as changes
    from latest e order by e.at desc, e.audience_id desc, e.seq desc`
}

/** Of a change: each field that differs, as it was stored before and after; of what was created, all that it has. */
const fieldsOf = (change: Sql): Sql => sql`(
  select coalesce(json_agg(
    jsonb_build_object('field', v.field, 'before', v.before, 'after', v.after) || v.exact order by v.field), '[]')
  from (${changedValues(sql`json_of(${change}.before)`, sql`json_of(${change}.after)`)}) v)`

const inside = (where: string | undefined): Sql =>
  given(where, (one) =>
    one === 'registry' || one === 'common' ? sql`and a.kind = ${one}` : sql`and p.code = ${one}`,
  )

/** Names for the ids in the events, of what the viewer sees. */
function namesIn(
  tx: Tx,
  events: readonly AuditEvent[],
  language: Language,
): Promise<Record<string, NamedRecord>> {
  const changes = events.flatMap((event) => event.changes)
  const values = changes.flatMap(({ record, fields }) => [
    record,
    ...fields.flatMap(({ before, after }) => [before, after]),
  ])
  return namesOf(tx, uuidsIn(values), language)
}
