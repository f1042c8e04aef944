'use client'
import { useTranslations } from 'next-intl'
import { Fragment, type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { StatusDot, StatusWord } from '#components/ui/status.tsx'
import { type Move, onlyAsks } from '#lib/rules/move.ts'
import { LandsIn } from './column-head.tsx'

/** Every other column, and what cancels or restores the milestone, with what moving there means, or why it may not be:
 *  that can be read, and not chosen. Opens beside the card, on a phone from below. */
export function MoveMenu({
  code,
  moves,
  at,
  onClose,
  onChoose,
}: {
  code: string
  moves: readonly Move[]
  at: DOMRect
  onClose: () => void
  onChoose: (move: Move) => void
}) {
  const t = useTranslations('milestones.board.move')
  const id = useId()
  const menu = useRef<HTMLDialogElement>(null)

  useLayoutEffect(() => {
    // Not showModal(): to make the rest inert takes as long as there are cards, a tenth of a second for ten thousand.
    menu.current?.show()
    const items = itemsOf(menu.current)
    const first = items.find((item) => item.ariaDisabled !== 'true') ?? items[0]
    first?.focus()
  }, [])
  useEffect(() => place(menu.current, at), [at])

  function choose(move: Move) {
    if (!move.may) return
    // Closing gives the focus back to the card before it goes.
    menu.current?.close()
    onChoose(move)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault()
      return menu.current?.close()
    }
    const items = itemsOf(menu.current)
    const now = items.findIndex((item) => item === document.activeElement)
    const to = next(event.key, now, items.length)
    if (to === undefined) return
    event.preventDefault()
    items[to]?.focus()
  }

  return createPortal(
    <>
      <div
        onClick={() => menu.current?.close()}
        className="fixed inset-0 z-50 max-md:bg-[oklch(0.15_0.02_250/0.45)]"
      />
      <dialog
        ref={menu}
        aria-labelledby={id}
        onClose={onClose}
        onKeyDown={onKeyDown}
        className="over fixed z-50 m-0 w-72 p-1 max-md:inset-x-0 max-md:top-auto max-md:bottom-0 max-md:w-full max-md:max-w-none max-md:rounded-b-none max-md:pb-[calc(0.5rem+env(safe-area-inset-bottom))] md:top-(--y) md:left-(--x)"
      >
        <h2 id={id} className="px-2 pt-1.5 pb-1 text-small font-normal text-ink-2">
          {t('title', { code })}
        </h2>
        <div role="menu" aria-labelledby={id}>
          {moves.map((move, n) => (
            <Fragment key={move.to}>
              {move.to === 'cancelled' && <hr className="mx-2 my-1 border-line" />}
              <button
                type="button"
                role="menuitem"
                tabIndex={-1}
                aria-disabled={!move.may}
                aria-describedby={`${id}-${n}`}
                onClick={() => choose(move)}
                className="tap group flex w-full gap-2 rounded-small px-2 py-1.5 text-start -outline-offset-2 hover:bg-sunk focus:bg-sunk aria-disabled:cursor-default"
              >
                <span className="flex h-4.5 items-center">
                  <StatusDot status={move.to} />
                </span>
                <span className="min-w-0 flex-1">
                  <span className="block font-medium group-aria-disabled:font-normal group-aria-disabled:text-ink-3">
                    <StatusWord status={move.to} />
                  </span>
                  <span id={`${id}-${n}`} className="block text-small text-ink-2">
                    <Meaning of={move} />
                  </span>
                </span>
              </button>
            </Fragment>
          ))}
        </div>
      </dialog>
    </>,
    document.body,
  )
}

function Meaning({ of: move }: { of: Move }) {
  const t = useTranslations('milestones.board.move')
  const why = useTranslations('rules.why-not')
  if (!move.may) return why(move.why)
  const asked = onlyAsks(move)
  if (asked) return t(`ask.${asked}`)
  return (
    <>
      {t(`act.${move.act}`)}
      {move.landsIn !== move.to && (
        <>
          {' · '}
          <LandsIn status={move.landsIn} />
        </>
      )}
    </>
  )
}

const itemsOf = (menu: HTMLElement | null) => [
  ...(menu?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? []),
]

/** Columns stand side by side, items below one another: both pairs of arrows go from one to the next. */
function next(key: string, now: number, size: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
    case 'ArrowRight':
      return (now + 1) % size
    case 'ArrowUp':
    case 'ArrowLeft':
      return (now - 1 + size) % size
    case 'Home':
      return 0
    case 'End':
      return size - 1
    default:
      return undefined
  }
}

/** Beside the card's lower edge, inside the window. */
function place(menu: HTMLElement | null, at: DOMRect) {
  if (!menu) return
  const { width, height } = menu.getBoundingClientRect()
  const x = Math.max(8, Math.min(at.left + 12, innerWidth - width - 8))
  const y = Math.max(8, Math.min(at.top + 44, innerHeight - height - 8))
  menu.style.setProperty('--x', `${x}px`)
  menu.style.setProperty('--y', `${y}px`)
}
