import { dated } from '#lib/core/dated.ts'
import { none, sql, type Sql } from '#lib/core/database.ts'
import type { Tx } from '#lib/core/transaction.ts'
import type { Language } from '#lib/format/language.ts'
import type { Due } from '#lib/rules/due-date.ts'
import type { Lateness } from '#lib/rules/lateness.ts'
import type { BlockCause, SideCode, Status, Subject, Verdict } from '#lib/rules/milestone-status.ts'
import type { Text } from '#lib/rules/texts.ts'
import { type BoardedPartnership, type BoardInput, type Cursor, inQuarters, todayIn } from './board-asked.ts'
import { isOwnReport } from './own-report.ts'
import { latenessOn } from './side-days.ts'
import { slipDays } from './slip-of.ts'
import { twoKeys } from './two-keys.ts'
import { verdictsOn } from './verdicts-on.ts'

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

export const cardsOfColumn = 50

/** How many cards each of a number of cells shows: of many cells few, so that a board with rows is not much larger than one
 *  without. The rest stands on the row's own board. */
export const cardsOfCell = (cells: number): number => Math.min(Math.max(Math.floor(300 / cells), 2), 8)

export type Card = Omit<BoardCard, 'organisation'> & { row: string | null; column: Status }

/** Of a board: ids by which milestones are in its rows, in the column `key`; null for those that have none there. */
export type Rows = { key: Sql; ids: readonly (string | null)[] }

/** The first of each column, or of each column in each row. */
export async function firstCards(
  tx: Tx,
  where: Sql,
  late: Sql,
  columns: readonly Status[],
  rows: Rows | null,
  { column, after, quarter }: BoardInput,
  partnership: BoardedPartnership,
  language: Language,
): Promise<Card[]> {
  // Of a column one more than is shown, which tells whether there is a next page.
  const most = rows ? cardsOfCell(rows.ids.length * columns.length) : cardsOfColumn + 1
  const isLate = sql`${late} in ('overdue', 'no_evidence')`
  const first = (range: Sql) => sql`(
    select m.id, m.due_on, m.code, ${isLate} as is_late from milestones m
    where ${where} and m.status = of_board.status ${range}
    order by ${byDueDate(isLate)} limit ${most})`
  const inRow = rows ? rangesIn(rows.key) : [none]
  const quarters = quarter === undefined ? [none] : rangesOf(quarter)
  const further = !rows && column && after ? rangesAfter(after, column, isLate) : [none]
  const found = inRow.flatMap((row) =>
    further.flatMap((range) => quarters.map((part) => first(sql`${row} ${range} ${part}`))),
  )
  return tx.$queryRaw<Card[]>`
    with ${twoKeys([partnership.id])}
    select of_row.id::text as row, ${cardOf(language)}
    from unnest(${columns}::text[]) with ordinality of_board (status, n)
    cross join unnest(${rows?.ids ?? [null]}::uuid[]) of_row (id)
    cross join lateral (
      select m.id, m.is_late from (${found.reduce((all, part) => sql`${all} union all ${part}`)}) m
      order by ${byDueDate(sql`m.is_late`)} limit ${most}) found
    ${withWhatACardNames(partnership)}
    order by of_board.n, ${byDueDate(sql`found.is_late`)}`
}

/** Late first, then by due date, undated last, then by code. The late ones of one side have the earliest dates, and two
 *  sides' *today* differ by a day at most: so that a late one stands behind an open one only within one date, and the
 *  date can lead, as it does in the index. */
const byDueDate = (late: Sql): Sql => sql`m.due_on nulls last, ${late} desc, m.code collate "C"`

/** Those that have something there and those that have none apart, for only so does an index lead to the first of either. */
const rangesIn = (key: Sql): Sql[] => [
  sql`and ${key} = of_row.id`,
  sql`and of_row.id is null and ${key} is null`,
]

/** A completed one without a due date counts where it was completed; any other without one has no quarter. */
const rangesOf = (quarter: string): Sql[] =>
  quarter === 'none'
    ? [sql`and m.due_on is null`]
    : [
        sql`and m.due_on is not null ${inQuarters(sql`m.due_on`, quarter)}`,
        sql`and m.due_on is null and of_board.status = 'completed'`,
      ]

/** What follows the cursor in its column, all of the others: those with a date and those without apart, for only so does
 *  the index lead to the first one. */
function rangesAfter({ on, isLate: wasLate, code }: Cursor, column: Status, late: Sql): Sql[] {
  const isOther = sql`of_board.status <> ${column}`
  const isFurther = sql`(not ${late}, m.code collate "C") > (${!wasLate}::boolean, ${code})`
  return on === null
    ? [
        sql`and m.due_on is not null and ${isOther}`,
        sql`and m.due_on is null and (${isOther} or ${isFurther})`,
      ]
    : [
        sql`and m.due_on >= case when ${isOther} then '-infinity'::date else ${on}::date end
          and (${isOther} or m.due_on > ${on}::date or ${isFurther})`,
        sql`and m.due_on is null`,
      ]
}

/** Of `milestones m`, its `day` and `two_keys`. */
const cardOf = (language: Language) => sql`
  m.status as "column", m.id::text, m.code, text_in(m.title, ${language}) as title, m.status, m.percent, side.code as side,
  m.organisation_id::text as "organisationId", m.status_before as "formerStatus", ${verdictsOn(sql`m.id`)} as standing,
  two_keys.needed, two_keys.sides, m.version::text, ${latenessOn(sql`day.today`)} as lateness, m.block_cause as "blockCause",
  ${dated(sql`m.due_on`, sql`m.due_precision`)} as due,
  ${dated(sql`m.baseline_on`, sql`m.baseline_precision`)} as baseline,
  ${dated(sql`m.completed_on`, sql`m.completed_precision`)} as completed,
  ${slipDays(sql`m.id`)} as slip,
  ${isOwnReport(sql`m.id`)} as "ownReport"`

const withWhatACardNames = (partnership: BoardedPartnership) => sql`
  join milestones m on m.id = found.id
  cross join lateral (select ${todayIn(partnership)} as today) day
  join two_keys on two_keys.audience_id = m.audience_id
  left join countries side on side.id = m.country_id`

export function toBoardCard(
  { row: _row, column: _column, ...card }: Card,
  { bodies }: BoardedPartnership,
): BoardCard {
  const body = bodies.find(({ id }) => id === card.organisationId)
  const organisation = body ? { code: body.code, name: body.name, side: body.side } : null
  return { ...card, organisation }
}
