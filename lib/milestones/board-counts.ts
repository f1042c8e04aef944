import { sql, type Sql } from '#lib/core/database.ts'
import type { Tx } from '#lib/core/transaction.ts'
import type { Status } from '#lib/rules/milestone-status.ts'
import { type BoardInput, type BoardedPartnership, inDirection, open, keyOf } from './board-asked.ts'

/** `late`: how many of them are late in this way; null: how many there are, late or not. */
export type Count = {
  row: string | null
  status: Status
  late: 'overdue' | 'no_evidence' | null
  size: number
}

export const sizeOf = (counts: readonly Count[], isCounted: (count: Count) => boolean) =>
  counts.reduce((sum, count) => sum + (isCounted(count) ? count.size : 0), 0)

export async function countsOf(
  tx: Tx,
  where: Sql,
  late: Sql,
  asked: BoardInput,
  partnership: BoardedPartnership,
): Promise<Count[]> {
  const { rows } = asked
  const { latest } = partnership
  const key = rows ? sql`${keyOf[rows]}::text` : sql`null`
  return tx.$queryRaw<Count[]>`
    ${
      isTallied(asked)
        ? tallied(asked, partnership)
        : sql`
    select ${key} as row, m.status, null as late, count(*)::int as size
    from milestones m where ${where} group by 1, 2`
    }
    union all
    select ${key}, m.status, ${late}, count(*)::int
    from milestones m
    where ${where} and ${open} and m.due_on < ${latest}::date and ${late} in ('overdue', 'no_evidence')
    group by 1, 2, 3`
}

/** Counts by status are kept for each direction and audience; by what else is asked, they are counted. */
const isTallied = ({ rows, side, body, due }: BoardInput) =>
  !side && !body && !due && (rows === undefined || rows === 'direction')

const tallied = ({ rows, direction }: BoardInput, { id, directions }: BoardedPartnership): Sql => sql`
  select ${rows ? sql`m.direction_id::text` : sql`null`} as row, m.status, null as late, sum(m.size)::int as size
  from milestone_tallies m join directions d on d.id = m.direction_id
  where d.partnership_id = ${id}::uuid and m.size > 0 ${inDirection(direction, directions)}
  group by 1, 2`
