'use client'
import { useTranslations } from 'next-intl'
import { memo, useRef } from 'react'
import type { BoardCard } from '#lib/milestones/board-cards.ts'
import { shortCode } from '#lib/rules/codes.ts'
import { MilestoneCard } from './card.tsx'

// lucide's arrow-right-left in one path: a board has hundreds.
const arrows = 'm16 3 4 4-4 4M20 7H4M8 21l-4-4 4-4M4 17h16'

/** A card that can be dragged where all columns are in sight, and whose button opens the same moves everywhere.
 *  `onOpen` is null for whoever moves nothing. Drawn anew for what is its own alone: a column may have ten thousand. */
export const MovableCard = memo(function MovableCard({
  card,
  partnership,
  names,
  isDragged,
  isMoving,
  onOpen,
}: {
  card: BoardCard
  partnership: string
  names: Readonly<Record<string, string>>
  isDragged: boolean
  isMoving: boolean
  onOpen: ((card: BoardCard, element: Element) => void) | null
}) {
  const t = useTranslations('milestones.board.move')
  const element = useRef<HTMLElement>(null)
  const code = shortCode(card.code, partnership)
  return (
    <article
      ref={element}
      draggable={(onOpen !== null && !isMoving && card.status !== 'cancelled') || undefined}
      data-card={card.id}
      aria-labelledby={`card-${card.code}`}
      aria-busy={isMoving || undefined}
      className={`card board-card ${isDragged ? 'opacity-40' : isMoving ? 'opacity-60' : ''}`}
    >
      <MilestoneCard
        card={card}
        partnership={partnership}
        names={names}
        move={
          onOpen && (
            <button
              type="button"
              aria-label={t('button', { code })}
              title={t('open')}
              aria-haspopup="menu"
              disabled={isMoving}
              onClick={() => element.current && onOpen(card, element.current)}
              className="button board-card-moves"
            >
              <svg viewBox="0 0 24 24" className="lucide" aria-hidden="true">
                <path d={arrows} />
              </svg>
            </button>
          )
        }
      />
    </article>
  )
})
