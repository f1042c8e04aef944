import type { BoardCard, BoardColumn, BoardRow } from '#lib/milestones/board.ts'
import type { Status } from '#lib/rules/milestone-status.ts'
import { byDueDate } from '#lib/rules/order.ts'

/** A card that was moved here and of which the board as it was read does not know yet. */
export type Moved = { card: BoardCard; to: Status; isSent: boolean }

/** The board as it will be: moved cards stand in their new columns, in order, and the heads count them there. */
export function withMoves(rows: readonly BoardRow[], moved: readonly Moved[]): readonly BoardRow[] {
  if (moved.length === 0) return rows
  return rows.map((row) => {
    const here = row.columns.flatMap(({ cards }) => cards)
    const moves = moved.flatMap(({ card, to }) => here.filter(({ id }) => id === card.id).map((now) => ({ card: now, to })))
    return { ...row, columns: row.columns.map((column) => columnAfter(column, moves)) }
  })
}

function columnAfter(column: BoardColumn, moves: readonly { card: BoardCard; to: Status }[]): BoardColumn {
  const { status } = column
  const left = moves.filter(({ card, to }) => card.status === status && to !== status).map(({ card }) => card)
  const come = moves.filter(({ card, to }) => card.status !== status && to === status).map(({ card }) => as(card, status))
  if (left.length === 0 && come.length === 0) return column
  const change = (counts: (card: BoardCard) => boolean) => come.filter(counts).length - left.filter(counts).length
  return {
    ...column,
    size: column.size + change(() => true),
    overdue: column.overdue + change(({ lateness }) => lateness === 'overdue'),
    noEvidence: column.noEvidence + change(({ lateness }) => lateness === 'no_evidence'),
    cards: [...column.cards.filter((card) => !left.includes(card)), ...come].toSorted((a, b) =>
      byDueDate({ ...a, dueOn: a.due?.on ?? null }, { ...b, dueOn: b.due?.on ?? null }),
    ),
  }
}

const as = (card: BoardCard, status: Status): BoardCard => ({
  ...card,
  status,
  lateness: status === 'completed' ? 'settled' : card.lateness,
})
