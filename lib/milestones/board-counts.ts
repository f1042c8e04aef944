import { none, sql, type Sql } from '#lib/core/database.ts'
import type { Tx } from '#lib/core/transaction.ts'
import { isLate } from '#lib/rules/lateness.ts'
import type { Status } from '#lib/rules/milestone-status.ts'
import {
  type BoardInput,
  type BoardedPartnership,
  directionsAsked,
  inQuarters,
  open,
  keyOf,
  ofResponsible,
} from './board-asked.ts'
import { tallied, talliedByBody, talliedByQuarter, talliedByResponsible } from './tallied.ts'

/** `late`: how many of them are late in this way; null: how many there are, late or not. */
export type Count = {
  row: string | null
  status: Status
  late: 'overdue' | 'no_evidence' | null
  size: number
}

export const sizeOf = (counts: readonly Count[], isCounted: (count: Count) => boolean) =>
  counts.reduce((sum, count) => sum + (isCounted(count) ? count.size : 0), 0)

export function countsOf(
  tx: Tx,
  where: Sql,
  late: Sql,
  asked: BoardInput,
  partnership: BoardedPartnership,
): Promise<Count[]> {
  return isTallied(asked) ? countsKept(tx, asked, partnership) : counted(tx, where, late, asked, partnership)
}

/** Two things are not kept counted: what is at risk, due soon and the like, which is not late, and quarters together with who
 *  answers for what falls due in them. */
const isTallied = (asked: BoardInput) =>
  (asked.due === undefined || asked.due === 'late' || isLate(asked.due)) &&
  !(isByResponsible(asked) && asked.quarter !== undefined)

const isByResponsible = ({ rows, side, body }: BoardInput) =>
  side !== undefined || body !== undefined || rows === 'side' || rows === 'organisation'

function countsKept(tx: Tx, asked: BoardInput, partnership: BoardedPartnership): Promise<Count[]> {
  const { rows, direction, side, body, due, quarter } = asked
  return tx.$queryRaw<Count[]>`
    with ${talliesFor(asked)(partnership.id, directionsAsked(direction, partnership.directions))},
    here as (
      select ${rows ? sql`${keyOf[rows]}::text` : sql`null`} as row, m.status, m.late, sum(m.size)::int as size
      from tallied m
      where ${due ? sql`m.late is not null` : sql`true`} ${due && due !== 'late' ? sql`and m.late = ${due}` : none}
        ${ofResponsible({ side, body }, partnership)}
        ${inQuarters(sql`m.quarter`, quarter)}
      group by 1, 2, 3)
    select row, status, null as late, sum(size)::int as size from here group by 1, 2 having sum(size) > 0
    union all
    select row, status, late, size from here where late is not null and size > 0`
}

function talliesFor(asked: BoardInput) {
  if (!isByResponsible(asked)) return asked.quarter === undefined ? tallied : talliedByQuarter
  const isByDirection = asked.direction !== undefined || asked.rows === 'direction'
  return isByDirection ? talliedByResponsible : talliedByBody
}

function counted(
  tx: Tx,
  where: Sql,
  late: Sql,
  { rows }: BoardInput,
  { latest }: BoardedPartnership,
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
