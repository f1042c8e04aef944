'use client'
import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { ArrowUp } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Children, type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react'
import { StatusWord } from '#components/ui/status.tsx'
import type { BoardColumn } from '#lib/milestones/board.ts'
import type { Move } from '#lib/rules/move.ts'
import type { More } from './more-pages.tsx'

/** The cards of one status (of one row), where one can be dropped if its move is allowed. What is not shown is counted,
 *  and one link away. */
export function Column({
  column,
  isOpen,
  move,
  isOwnRow,
  isAlone,
  address,
  more,
  rowAddress,
  children,
}: {
  column: BoardColumn
  row: number
  isOpen: boolean
  /** What dropping the dragged card here would mean; null: none is dragged, or it is from here. */
  move: Move | null
  isOwnRow: boolean
  isAlone: boolean
  address: string
  /** Null in a board of rows, whose cells show a few cards alone. */
  more: More | null
  rowAddress: string | null
  children: ReactNode
}) {
  const t = useTranslations('milestones.board')
  const words = useTranslations('ui.status')
  const { status, size, next, isLater } = column
  const element = useRef<HTMLElement>(null)
  const [isOver, setOver] = useState(false)
  const isTarget = isOwnRow && move?.may === true
  const canDrop = useEffectEvent(() => isTarget)

  useEffect(() => {
    if (!element.current) return
    return dropTargetForElements({
      element: element.current,
      getData: () => ({ status }),
      canDrop: () => canDrop(),
      onDragEnter: () => setOver(true),
      onDragLeave: () => setOver(false),
      onDrop: () => setOver(false),
    })
  }, [status])

  const shown = Children.count(children)
  const rest = more ? (next ? size - shown : 0) : size - shown
  const pageOf = (page: string) => `${address}${address.includes('?') ? '&' : '?'}${page}`
  const isDimmed = (move !== null && !move.may) || !isOwnRow
  return (
    <section
      ref={element}
      aria-label={t('cards', { status: words(status), count: size })}
      className={`min-w-0 rounded-card transition-opacity ${isOpen ? '' : 'max-[75rem]:hidden'} ${more ? 'min-h-80' : 'min-h-10'} ${isDimmed ? 'opacity-40' : ''} ${isTarget ? 'outline-1 outline-offset-2 outline-accent/60 outline-dashed' : ''} ${isOver ? 'bg-accent-soft outline-2' : ''}`}
    >
      {more && (
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
      <ul
        className={`grid gap-2 ${isAlone ? 'grid-cols-[repeat(auto-fill,minmax(13rem,1fr))]' : 'max-[75rem]:grid-cols-[repeat(auto-fill,minmax(15rem,1fr))]'}`}
      >
        {Children.map(children, (card) => (
          <li className="min-w-0">{card}</li>
        ))}
      </ul>
      {size === 0 && more && (
        <p className="px-1 py-2 text-small text-ink-3 min-[75rem]:text-center">{t('none')}</p>
      )}
      {more && next && (
        <a
          href={pageOf(`column=${status}&after=${next}`)}
          aria-disabled={more.loading === status || undefined}
          onClick={(event) => {
            event.preventDefault()
            more.load(status)
          }}
          className="tap flex min-h-9 items-center justify-center text-small text-ink-2 hover:text-accent hover:underline"
        >
          {isLater ? t('next-page') : t('more', { count: rest })}
        </a>
      )}
      {!more && rest > 0 && rowAddress && (
        <Link
          href={rowAddress}
          className="tap flex min-h-8 items-center justify-center text-small text-ink-2 hover:text-accent hover:underline"
        >
          {t('more', { count: rest })}
        </Link>
      )}
    </section>
  )
}
