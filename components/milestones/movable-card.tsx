'use client'
import { ArrowRightLeft } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { memo, useRef } from 'react'
import type { BoardCard } from '#lib/milestones/board-cards.ts'
import { shortCode } from '#lib/rules/codes.ts'
import { MilestoneCard } from './card.tsx'

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
      className={`card group relative px-2.5 pt-2 pb-2.5 transition-[border-color,opacity] hover:border-line-3 has-[h3_a:focus-visible]:border-accent has-[h3_a:focus-visible]:outline-2 has-[h3_a:focus-visible]:outline-accent max-md:px-3.5 max-md:py-3 ${isDragged ? 'opacity-40' : isMoving ? 'opacity-60' : ''}`}
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
              className="button z-1 ml-auto text-ink-2 max-md:-my-3 max-md:-mr-2 max-md:min-w-11 max-md:border-transparent max-md:bg-transparent md:absolute md:-top-0.5 md:-right-0.5 md:min-h-6! md:min-w-6 md:px-1! md:py-0! md:opacity-0 md:group-focus-within:opacity-100 md:group-hover:opacity-100 md:pointer-coarse:min-h-11! md:pointer-coarse:min-w-11 md:pointer-coarse:opacity-100 [@media(scripting:none)]:hidden"
            >
              <ArrowRightLeft />
            </button>
          )
        }
      />
    </article>
  )
})
