'use client'
import { ArrowUp } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { StatusWord } from '#components/ui/status.tsx'
import type { BoardCard } from '#lib/milestones/board-cards.ts'
import type { BoardColumn } from '#lib/milestones/board.ts'
import type { Status } from '#lib/rules/milestone-status.ts'
import type { Move } from '#lib/rules/move.ts'
import { ColumnPart, partsOf } from './column-part.tsx'

/** The cards of one status (of one row), where one can be dropped if its move is allowed. What is not shown is counted,
 *  and one link away. */
export const Column = memo(function Column({
  column,
  partnership,
  names,
  isOpen,
  dragged,
  moving,
  move,
  isOwnRow,
  isOver,
  isAlone,
  address,
  isLoading,
  onMore,
  rowAddress,
  onOpen,
}: {
  column: BoardColumn
  partnership: string
  names: Readonly<Record<string, string>>
  isOpen: boolean
  /** The card that is dragged. */
  dragged: string | null
  /** The cards whose move is on its way. */
  moving: ReadonlySet<string>
  /** What dropping the dragged card here would mean; null: none is dragged, or it is from here. */
  move: Move | null
  isOwnRow: boolean
  /** Does the dragged card hang over it? */
  isOver: boolean
  isAlone: boolean
  address: string
  isLoading: boolean
  /** Null in a board of rows, whose cells show a few cards alone. */
  onMore: ((status: Status) => void) | null
  rowAddress: string | null
  /** Null for whoever moves nothing. */
  onOpen: ((card: BoardCard, element: Element) => void) | null
}) {
  const t = useTranslations('milestones.board')
  const words = useTranslations('ui.status')
  const { status, size, cards, next, isLater } = column
  const isTarget = isOwnRow && move?.may === true
  const rest = onMore && !next ? 0 : size - cards.length
  const pageOf = (page: string) => `${address}${address.includes('?') ? '&' : '?'}${page}`
  const isDimmed = (move !== null && !move.may) || !isOwnRow
  return (
    <section
      data-drop={isTarget ? status : undefined}
      aria-label={t('cards', { status: words(status), count: size })}
      className={`min-w-0 rounded-card transition-opacity ${isOpen ? '' : 'max-[75rem]:hidden'} ${onMore ? 'min-h-80' : 'min-h-10'} ${isDimmed ? 'opacity-40' : ''} ${isTarget ? 'outline-1 outline-offset-2 outline-accent/60 outline-dashed' : ''} ${isTarget && isOver ? 'bg-accent-soft outline-2' : ''}`}
    >
      {onMore && (
        <h2 className="sr-only min-[75rem]:hidden">
          <StatusWord status={status} />
        </h2>
      )}
      {isLater && (
        <Link
          href={pageOf(`column=${status}`)}
          className="tap flex min-h-8 items-center gap-1.5 px-1 text-small text-accent"
        >
          <ArrowUp />
          {t('first')}
        </Link>
      )}
      <div className={`cards grid gap-2 ${isAlone ? sideBySide.always : sideBySide.narrow}`}>
        {partsOf(cards).map((part, n) => (
          <ColumnPart
            key={n === 0 ? 'first' : part[0]?.id}
            cards={part}
            isFirst={n === 0}
            isAlone={isAlone}
            partnership={partnership}
            names={names}
            dragged={part.some(({ id }) => id === dragged) ? dragged : null}
            moving={moving}
            onOpen={onOpen}
          />
        ))}
      </div>
      {size === 0 && onMore && (
        <p className="px-1 py-2 text-small text-ink-3 min-[75rem]:text-center">{t('none')}</p>
      )}
      {onMore && next && (
        <a
          href={pageOf(`column=${status}&after=${next}`)}
          aria-disabled={isLoading || undefined}
          onClick={(event) => {
            event.preventDefault()
            onMore(status)
          }}
          className="tap flex min-h-9 items-center justify-center text-small text-ink-2 hover:text-accent hover:underline"
        >
          {isLater ? t('next-page') : t('more', { count: rest })}
        </a>
      )}
      {!onMore && rest > 0 && rowAddress && (
        <Link
          href={rowAddress}
          className="tap flex min-h-8 items-center justify-center text-small text-ink-2 hover:text-accent hover:underline"
        >
          {t('more', { count: rest })}
        </Link>
      )}
    </section>
  )
})

const sideBySide = {
  always: 'grid-cols-[repeat(auto-fill,minmax(13rem,1fr))]',
  narrow: 'max-[75rem]:grid-cols-[repeat(auto-fill,minmax(15rem,1fr))]',
}
