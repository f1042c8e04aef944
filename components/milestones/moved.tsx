import type { BoardCard } from '#lib/milestones/board-cards.ts'
import type { BoardColumn, BoardRow } from '#lib/milestones/board.ts'
import type { Move } from '#lib/rules/move.ts'
import { byDueDate } from '#lib/rules/order.ts'

export type AllowedMove = Move & { may: true }

/** A card that was moved here and of which the board as it was read does not know yet. */
export type Moved = { card: BoardCard; move: AllowedMove; isSent: boolean }

/** The board as it will be: moved cards stand in their new columns, in order, and the heads count them there. */
export function withMoves(rows: readonly BoardRow[], moved: readonly Moved[]): readonly BoardRow[] {
  if (moved.length === 0) return rows
  return rows.map((row) => {
    const here = row.columns.flatMap(({ cards }) => cards)
    const moves = moved.flatMap(({ card, move }) =>
      here.filter(({ id }) => id === card.id).map((now) => ({ card: now, move })),
    )
    return { ...row, columns: row.columns.map((column) => columnAfter(column, moves)) }
  })
}

function columnAfter(
  column: BoardColumn,
  moves: readonly { card: BoardCard; move: AllowedMove }[],
): BoardColumn {
  const { status } = column
  const left = moves.filter(({ card }) => card.status === status).map(({ card }) => card)
  const come = moves.filter(({ move }) => move.landsIn === status).map(({ card, move }) => after(card, move))
  if (left.length === 0 && come.length === 0) return column
  const stay = column.cards.filter((card) => !left.includes(card))
  const change = (counts: (card: BoardCard) => boolean) =>
    come.filter(counts).length - left.filter(counts).length
  return {
    ...column,
    size: column.size + change(() => true),
    overdue: column.overdue + change(({ lateness }) => lateness === 'overdue'),
    noEvidence: column.noEvidence + change(({ lateness }) => lateness === 'no_evidence'),
    cards: come.length === 0 ? stay : [...stay, ...come].toSorted(inOrder),
  }
}

const after = (card: BoardCard, { landsIn, standing }: AllowedMove): BoardCard => ({
  ...card,
  status: landsIn,
  standing: [...standing],
  lateness: landsIn === 'completed' ? 'settled' : card.lateness,
})

const inOrder = (a: BoardCard, b: BoardCard) =>
  byDueDate({ ...a, dueOn: a.due?.on ?? null }, { ...b, dueOn: b.due?.on ?? null })
