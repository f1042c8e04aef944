'use client'
import { memo } from 'react'
import type { BoardCard } from '#lib/milestones/board-cards.ts'
import { MovableCard } from './movable-card.tsx'

const ofFirst = 50
const most = 100

/** A column may have ten thousand cards: it is drawn in parts of about fifty, which the browser leaves undrawn while they
 *  are far away (`.cards`). Where one begins hangs on the card alone, so that one card that comes or goes leaves the other
 *  parts as they are; `id` is random. */
export function partsOf(cards: readonly BoardCard[]): BoardCard[][] {
  const parts: BoardCard[][] = []
  let part: BoardCard[] = []
  for (const [at, card] of cards.entries()) {
    const begins =
      at > ofFirst ? part.length === most || Number.parseInt(card.id.slice(-2), 16) < 5 : at === ofFirst
    if (at === 0 || begins) parts.push((part = []))
    part.push(card)
  }
  return parts
}

type Part = {
  cards: readonly BoardCard[]
  isFirst: boolean
  isAlone: boolean
  partnership: string
  names: Readonly<Record<string, string>>
  dragged: string | null
  moving: ReadonlySet<string>
  onOpen: ((card: BoardCard, element: Element) => void) | null
}

export const ColumnPart = memo(function ColumnPart({
  cards,
  isFirst,
  isAlone,
  partnership,
  names,
  dragged,
  moving,
  onOpen,
}: Part) {
  return (
    <ul
      className={isAlone ? 'contents' : 'grid gap-2 max-[75rem]:contents'}
      // About what it will have.
      style={isFirst ? undefined : { containIntrinsicHeight: `auto ${cards.length * 8}rem` }}
    >
      {cards.map((card) => (
        <li key={card.id} className="min-w-0">
          <MovableCard
            card={card}
            partnership={partnership}
            names={names}
            isDragged={card.id === dragged}
            isMoving={moving.has(card.id)}
            onOpen={onOpen}
          />
        </li>
      ))}
    </ul>
  )
}, isSame)

/** The lists of cards are made anew each time, and seldom differ. */
function isSame(before: Part, now: Part): boolean {
  return (
    before.cards.length === now.cards.length &&
    before.cards.every((card, at) => {
      const other = now.cards[at]
      return other === card && before.moving.has(card.id) === now.moving.has(card.id)
    }) &&
    before.isAlone === now.isAlone &&
    before.partnership === now.partnership &&
    before.names === now.names &&
    before.dragged === now.dragged &&
    before.onOpen === now.onOpen
  )
}
