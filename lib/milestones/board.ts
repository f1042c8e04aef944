import { z } from 'zod'
import { actorIn } from '#lib/access/roles.ts'
import { dated } from '#lib/core/dated.ts'
import { given, none, sql, type Sql, type Tx } from '#lib/core/database.ts'
import { Code } from '#lib/core/fields.ts'
import type { Language } from '#lib/format/language.ts'
import { type Answer, question } from '#lib/runner/question.ts'
import { isPlainDate, type Due, type PlainDate } from '#lib/rules/due-date.ts'
import { isLate, latenesses, type Lateness } from '#lib/rules/lateness.ts'
import {
  type BlockCause,
  type SideCode,
  type Status,
  statuses,
  type Subject,
  type Verdict,
} from '#lib/rules/milestone-status.ts'
import { boardStatuses } from '#lib/rules/move.ts'
import { slipCounted } from '#lib/rules/slip.ts'
import type { Text } from '#lib/rules/texts.ts'

export type MilestoneBoard = Answer<typeof milestoneBoard>

/** A card, with what decides about the moves of its milestone. */
export type BoardCard = Subject & {
  id: string
  code: string
  title: Text
  status: Status
  standing: Verdict[]
  /** Whose keys the mark shows: both sides', or the own side's alone. In the order of the partnership's title. */
  sides: SideCode[]
  organisation: { code: string; name: Text; side: SideCode | null } | null
  due: Due | null
  baseline: Due | null
  /** Calendar days, of the changes that moved the date. */
  slip: number
  lateness: Lateness
  completed: Due | null
  blockCause: BlockCause | null
  version: string
}

export type BoardColumn = {
  status: Status
  /** How many there are, which may be more than the cards shown. Late ones are of two kinds that never overlap. */
  size: number
  overdue: number
  noEvidence: number
  cards: BoardCard[]
  /** Is this a later page of the column? */
  isLater: boolean
  /** Where the next page begins; null: this is the last. */
  next: string | null
}

/** A row of the board; the only one, without a key, where the board has none. `key`: of a direction or an organisation its
 *  code, of a side its code or `joint`; null also for what has no organisation. */
export type BoardRow = { key: string | null; columns: BoardColumn[] }

const cardsOfColumn = 50
const cardsOfCell = 8
const mostRows = 30

/** The last card of a page: is it late, its due date, its code. `late.2026-06-30.UZ-KR-SC-03-02` */
const Cursor = z
  .string()
  .regex(/^(late|open)\.(\d{4}-\d{2}-\d{2}|undated)\.[A-Z0-9-]{1,60}$/)
  .transform((text) => {
    const [late, on = '', code = ''] = text.split('.')
    return { isLate: late === 'late', on: on === 'undated' ? null : on, code }
  })
  .refine(({ on }) => on === null || isPlainDate(on))
type Cursor = z.infer<typeof Cursor>

const dueFilters = ['late', ...latenesses.filter((one) => one !== 'settled')] as const
export type DueFilter = (typeof dueFilters)[number]

/** A filter that makes no sense is none: its address leads to the board all the same. */
const filter = <T extends z.ZodType>(field: T) => field.optional().catch(undefined)
const TwoLetters = z.string().regex(/^[A-Z]{2}$/)

const input = z.object({
  partnership: Code,
  /** A direction's code, or all that are anchors. */
  direction: filter(z.literal('anchors').or(TwoLetters)),
  side: filter(z.literal('joint').or(TwoLetters)),
  body: filter(Code),
  due: filter(z.enum(dueFilters)),
  status: filter(z.literal('cancelled')),
  rows: filter(z.enum(['direction', 'organisation', 'side'])),
  /** Which column is open where one is shown at a time, and of which `after` is the page. */
  column: filter(z.enum(statuses)),
  after: filter(Cursor),
  /** Whoever wants a column's next page wants no other column. */
  only: filter(z.literal('column')),
})
type Input = z.infer<typeof input>

/** The milestones of a partnership in columns by status, late ones first, then by due date; each head has its true
 *  size. Filters and rows stand in the address. */
export const milestoneBoard = question({
  name: 'milestones.board',
  input,
  about: ({ tx, input: { partnership }, language }) => partnershipSeenBy(tx, partnership, language),
  async answer({ tx, viewer, record: partnership, input, language }) {
    const asked = understood(input, partnership)
    const late = lateIn(partnership)
    const where = filtersOf(asked, partnership, late)
    const shown = asked.status ? [asked.status] : boardStatuses
    const columns = asked.only && asked.column ? [asked.column] : shown
    const counts = await countsOf(tx, where, late, asked, partnership)
    const cards = asked.rows
      ? await cardsInRows(tx, where, late, columns, asked, language)
      : await cardsInColumns(tx, where, late, columns, asked, language)
    const rows = rowsOf(columns, counts, cards, asked, partnership)
    const sum = (of: (count: Count) => boolean) =>
      sizeOf(counts, (count) => count.status !== 'cancelled' && of(count))
    const inTime = (status: Status) =>
      sum((count) => count.status === status && count.late === null) -
      sum((count) => count.status === status && count.late !== null)
    return {
      partnership: partnership.code,
      title: partnership.title,
      sides: partnership.sides,
      directions: partnership.directions.map(({ code, title, isAnchor }) => ({ code, title, isAnchor })),
      bodies: partnership.bodies.map(({ code, name, side }) => ({ code, name, side })),
      actor: actorIn(viewer, partnership.id),
      asked: { ...asked, after: asked.after && written(asked.after) },
      rows: rows.slice(0, mostRows),
      /** Rows that are not drawn, for there are too many. */
      moreRows: Math.max(0, rows.length - mostRows),
      cancelled: sizeOf(counts, ({ status }) => status === 'cancelled'),
      total: sum(({ late: kind }) => kind === null),
      overdue: sum(({ late: kind }) => kind === 'overdue'),
      noEvidence: sum(({ late: kind }) => kind === 'no_evidence'),
      blocked: inTime('blocked'),
      disputed: inTime('disputed'),
    }
  },
})

type SeenPartnership = {
  id: string
  code: string
  title: Text
  sides: SideCode[]
  countries: { id: string; code: SideCode; today: PlainDate }[]
  directions: { id: string; code: string; title: Text; isAnchor: boolean }[]
  /** Those that answer for a milestone here. */
  bodies: { id: string; code: string; name: Text; side: SideCode | null }[]
  /** The dates that it is at the sides: the earlier and the later one. */
  earliest: PlainDate
  latest: PlainDate
}

async function partnershipSeenBy(
  tx: Tx,
  code: string,
  language: Language,
): Promise<SeenPartnership | undefined> {
  const [partnership] = await tx.$queryRaw<SeenPartnership[]>`
    select p.id::text, p.code, text_in(p.title, ${language}) as title, of_sides.*,
      (select jsonb_agg(jsonb_build_object('id', d.id, 'code', d.code, 'title', text_in(d.title, ${language}),
          'isAnchor', d.is_anchor) order by d.position)
        from directions d where d.partnership_id = p.id and d.archived_at is null) as directions,
      coalesce((select jsonb_agg(jsonb_build_object('id', o.id, 'code', o.code, 'side', c.code,
          'name', text_in(o.name, ${language})) order by c.code, text_in(o.name, ${language}) ->> 'text')
        from organisations o left join countries c on c.id = o.country_id
        where exists (select from milestones m
          where m.partnership_id = p.id and m.organisation_id = o.id and m.archived_at is null)),
        '[]') as bodies
    from partnerships p
    cross join lateral (
      select jsonb_agg(c.code order by s.position) as sides,
        jsonb_agg(jsonb_build_object('id', c.id, 'code', c.code, 'today', today.date) order by s.position) as countries,
        min(today.date)::text as earliest, max(today.date)::text as latest
      from sides s join countries c on c.id = s.country_id
      cross join lateral (select (now() at time zone c.time_zone)::date as date) today
      where s.partnership_id = p.id) of_sides
    where p.code = ${code}`
  return partnership
}

/** What the address asks for, without what is not there. */
function understood(input: Input, { directions, sides, bodies }: SeenPartnership): Input {
  const { direction, side, body } = input
  return {
    ...input,
    direction:
      direction === 'anchors' || directions.some(({ code }) => code === direction) ? direction : undefined,
    side: side === 'joint' || sides.some((code) => code === side) ? side : undefined,
    body: bodies.some(({ code }) => code === body) ? body : undefined,
  }
}

/** Of `milestones m`: `overdue` or `no_evidence`, something else where it is not late. The dates of the sides were asked
 *  for once, for each milestone to find its own costs too much; whether it waits for others changes nothing about that. */
function lateIn({ countries, earliest }: SeenPartnership): Sql {
  const days = countries.reduce(
    (all, { id, today }) => sql`${all} when ${id}::uuid then ${today}::date`,
    none,
  )
  return sql`lateness(m.status, m.due_on, m.percent, m.started_on, m.accepted_on, m.fact_on, false,
    case m.country_id ${days} else ${earliest}::date end)`
}

/** Conditions on `milestones m`. */
function filtersOf({ direction, side, body, due }: Input, partnership: SeenPartnership, late: Sql): Sql {
  const idOf = (code: string, all: readonly { id: string; code: string }[]) =>
    all.find((one) => one.code === code)?.id
  const anchors = partnership.directions.filter(({ isAnchor }) => isAnchor).map(({ id }) => id)
  return sql`m.partnership_id = ${partnership.id}::uuid and m.archived_at is null
    ${given(direction, (code) =>
      code === 'anchors'
        ? sql`and m.direction_id = any(${anchors}::uuid[])`
        : sql`and m.direction_id = ${idOf(code, partnership.directions)}::uuid`,
    )}
    ${given(side, (code) =>
      code === 'joint'
        ? sql`and m.country_id is null`
        : sql`and m.country_id = ${idOf(code, partnership.countries)}::uuid`,
    )}
    ${given(body, (code) => sql`and m.organisation_id = ${idOf(code, partnership.bodies)}::uuid`)}
    ${given(due, (wanted) => dueFilter(wanted, partnership, late))}`
}

const open = sql`m.status not in ('completed', 'cancelled')`

/** The dates stand beside the lateness that they follow from, so that an index can be used. */
function dueFilter(wanted: DueFilter, { earliest, latest }: SeenPartnership, late: Sql): Sql {
  if (wanted === 'undated') return sql`and ${open} and m.due_on is null`
  if (wanted === 'late')
    return sql`and ${open} and m.due_on < ${latest}::date and ${late} in ('overdue', 'no_evidence')`
  if (isLate(wanted)) return sql`and ${open} and m.due_on < ${latest}::date and ${late} = ${wanted}`
  return sql`and ${open} and m.due_on >= ${earliest}::date
    and m.id in (select today.id from milestones_today today
      where today.partnership_id = m.partnership_id and today.due_on >= ${earliest}::date and today.lateness = ${wanted})`
}

const keyOf = {
  direction: sql`m.direction_id`,
  organisation: sql`m.organisation_id`,
  side: sql`m.country_id`,
} as const

/** `late`: how many of them are late in this way; null: how many there are, late or not. */
type Count = { row: string | null; status: Status; late: 'overdue' | 'no_evidence' | null; size: number }

const sizeOf = (counts: readonly Count[], isCounted: (count: Count) => boolean) =>
  counts.reduce((sum, count) => sum + (isCounted(count) ? count.size : 0), 0)

async function countsOf(
  tx: Tx,
  where: Sql,
  late: Sql,
  { rows }: Input,
  { latest }: SeenPartnership,
): Promise<Count[]> {
  const key = rows ? sql`${keyOf[rows]}::text` : sql`null`
  return tx.$queryRaw<Count[]>`
    select ${key} as row, m.status, null as late, count(*)::int as size
    from milestones m where ${where} group by 1, 2
    union all
    select ${key}, m.status, ${late}, count(*)::int
    from milestones m
    where ${where} and ${open} and m.due_on < ${latest}::date and ${late} in ('overdue', 'no_evidence')
    group by 1, 2, 3`
}

type Card = Omit<BoardCard, 'slip'> & { row: string | null; column: Status; moves: { from: Due; to: Due }[] }

async function cardsInColumns(
  tx: Tx,
  where: Sql,
  late: Sql,
  columns: readonly Status[],
  asked: Input,
  language: Language,
): Promise<Card[]> {
  const { column, after } = asked
  // One more than is shown tells whether there is a next page.
  return tx.$queryRaw<Card[]>`
    select null as row, ${cardOf(language)}
    from unnest(${columns}::text[]) with ordinality of_board (status, n)
    cross join lateral (
      select m.id, ${late} in ('overdue', 'no_evidence') as is_late from milestones m
      where ${where} and m.status = of_board.status
        ${column && after ? sql`and (m.status <> ${column} or ${isAfter(after, late)})` : none}
      order by ${byDueDate(sql`${late} in ('overdue', 'no_evidence')`)} limit ${cardsOfColumn + 1}) found
    ${withWhatACardNames}
    order by of_board.n, ${byDueDate(sql`found.is_late`)}`
}

/** A few of each cell: the rest stands on the row's own board. */
async function cardsInRows(
  tx: Tx,
  where: Sql,
  late: Sql,
  columns: readonly Status[],
  { rows = 'direction' }: Input,
  language: Language,
): Promise<Card[]> {
  return tx.$queryRaw<Card[]>`
    select found.row, ${cardOf(language)}
    from (
      select m.id, ${keyOf[rows]}::text as row, ${late} in ('overdue', 'no_evidence') as is_late,
        row_number() over (partition by ${keyOf[rows]}, m.status
          order by ${byDueDate(sql`${late} in ('overdue', 'no_evidence')`)}) as n
      from milestones m where ${where} and m.status = any(${columns}::text[])) found
    ${withWhatACardNames}
    where found.n <= ${cardsOfCell}
    order by ${byDueDate(sql`found.is_late`)}`
}

/** Late first, then by due date, undated last, then by code. The late ones of one side have the earliest dates, and two
 *  sides' *today* differ by a day at most: so that a late one stands behind an open one only within one date, and the
 *  date can lead, as it does in the index. */
const byDueDate = (late: Sql): Sql => sql`m.due_on nulls last, ${late} desc, m.code collate "C"`

function isAfter({ on, isLate: wasLate, code }: Cursor, late: Sql): Sql {
  const sameDate = sql`(${late} not in ('overdue', 'no_evidence'), m.code collate "C") > (${!wasLate}::boolean, ${code})`
  return on === null
    ? sql`m.due_on is null and ${sameDate}`
    : sql`(m.due_on > ${on}::date or m.due_on is null or m.due_on = ${on}::date and ${sameDate})`
}

/** Of `milestones_today m`. */
const cardOf = (language: Language) => sql`
  m.status as "column", m.id::text, m.code, text_in(m.title, ${language}) as title, m.status, m.percent, side.code as side,
  m.organisation_id::text as "organisationId", m.status_before as "formerStatus", verdicts_on(m.id) as standing,
  needed_keys(m.partnership_id, m.audience_id) as needed, m.version::text, m.lateness, m.block_cause as "blockCause",
  case when seen.kind = 'side' then jsonb_build_array(own.code) else (
    select jsonb_agg(c.code order by s.position) from sides s join countries c on c.id = s.country_id
    where s.partnership_id = m.partnership_id) end as sides,
  case when o.id is not null
    then jsonb_build_object('code', o.code, 'name', text_in(o.name, ${language}), 'side', home.code) end as organisation,
  ${dated(sql`m.due_on`, sql`m.due_precision`)} as due,
  ${dated(sql`m.baseline_on`, sql`m.baseline_precision`)} as baseline,
  ${dated(sql`m.completed_on`, sql`m.completed_precision`)} as completed,
  coalesce((select jsonb_agg(jsonb_build_object('from', ${dated(sql`d.from_on`, sql`d.from_precision`)},
      'to', ${dated(sql`d.to_on`, sql`d.to_precision`)}) order by d.position)
    from due_date_changes d where d.milestone_id = m.id and d.state = 'agreed'
      and d.from_on is not null and d.to_on is not null), '[]') as moves,
  coalesce((select s.person_id = viewer_person()
    from progress_reports r join report_steps s on s.report_id = r.id and s.position = 0
    where r.milestone_id = m.id and r.state = 'accepted' order by r.decided_at desc limit 1), false) as "ownReport"`

const withWhatACardNames = sql`
  join milestones_today m on m.id = found.id
  join audiences seen on seen.id = m.audience_id
  left join countries own on own.id = seen.country_id
  left join countries side on side.id = m.country_id
  left join organisations o on o.id = m.organisation_id
  left join countries home on home.id = o.country_id`

function rowsOf(
  columns: readonly Status[],
  counts: readonly Count[],
  cards: readonly Card[],
  asked: Input,
  partnership: SeenPartnership,
): BoardRow[] {
  return keysOf(counts, asked, partnership).map(({ id, key }) => ({
    key,
    columns: columns.map((status) => {
      const size = (late: Count['late']) =>
        sizeOf(counts, (count) => count.row === id && count.status === status && count.late === late)
      const found = cards.filter((card) => card.row === id && card.column === status).map(toBoardCard)
      const shown = found.slice(0, cardsOfColumn)
      const last = shown.at(-1)
      const isLater = asked.after !== undefined && asked.column === status
      return {
        status,
        size: size(null),
        overdue: size('overdue'),
        noEvidence: size('no_evidence'),
        cards: shown,
        isLater,
        next: last && found.length > shown.length ? cursorAt(last) : null,
      }
    }),
  }))
}

/** In the order of the partnership; organisations with the most late milestones first. */
function keysOf(
  counts: readonly Count[],
  { rows, status }: Input,
  { directions, countries, bodies }: SeenPartnership,
): { id: string | null; key: string | null }[] {
  if (!rows) return [{ id: null, key: null }]
  const size = (id: string | null, isCounted: (count: Count) => boolean) =>
    sizeOf(counts, (count) => count.row === id && isCounted(count))
  const keys = {
    direction: directions.map(({ id, code }) => ({ id, key: code })),
    side: [...countries.map(({ id, code }) => ({ id, key: code })), { id: null, key: 'joint' }],
    organisation: [
      ...bodies
        .map(({ id, code }) => ({ id, key: code, late: size(id, ({ late }) => late !== null) }))
        .toSorted((a, b) => b.late - a.late),
      { id: null, key: null },
    ],
  }[rows]
  return keys.filter(
    ({ id }) => size(id, ({ status: one }) => (status ? one === status : one !== 'cancelled')) > 0,
  )
}

function toBoardCard({ row: _row, column: _column, moves, ...card }: Card): BoardCard {
  return { ...card, slip: slipCounted(moves) }
}

const cursorAt = ({ lateness, due, code }: BoardCard) =>
  written({ isLate: isLate(lateness), on: due?.on ?? null, code })

function written({ isLate: wasLate, on, code }: Cursor): string {
  return `${wasLate ? 'late' : 'open'}.${on ?? 'undated'}.${code}`
}
