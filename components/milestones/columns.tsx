'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import {
  type KeyboardEvent,
  type ReactNode,
  startTransition,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { v4 as timelessId } from 'uuid'
import { post, type ShownProblem } from '#components/ui/post.tsx'
import { StatusDot, StatusWord } from '#components/ui/status.tsx'
import type { BoardCard } from '#lib/milestones/board-cards.ts'
import type { BoardRow } from '#lib/milestones/board.ts'
import { shortCode } from '#lib/rules/codes.ts'
import type { Actor, Status } from '#lib/rules/milestone-status.ts'
import { boardStatuses, type Move, moveTo, movesAny, movesOf, onlyAsks } from '#lib/rules/move.ts'
import type { ActForm } from './act-form.tsx'
import { doors, type WordyAct, wordyAct } from './acts.ts'
import { cardBeside } from './card-beside.ts'
import { Column } from './column.tsx'
import { ColumnHead } from './column-head.tsx'
import { useFlight } from './flight.tsx'
import { MoveMenu } from './move-menu.tsx'
import { useMorePages } from './more-pages.tsx'
import { MoveNews, type News } from './move-news.tsx'
import { type AllowedMove, type Moved, withMoves } from './moved.tsx'
import { useDrag } from './use-drag.ts'
import { useKeptFocus } from './use-kept-focus.ts'

/** Which card opens its moves, and beside what. */
type Opened = { card: BoardCard; at: DOMRect }
/** Which act waits for its words, and what asks for them. */
type Asking = { card: BoardCard; move: AllowedMove; act: WordyAct; Form: typeof ActForm }

/** Few who look at a board write anything in it. */
const loadForm = () => import('./act-form.tsx')

/** The columns, and every way to move a card: by mouse, by keyboard, by its menu. Each move is one act of the table of
 *  states; what may not be says why before the drop. Where the screen is narrow, one column is shown at a time. */
export function Columns({
  partnership,
  address,
  rows,
  heads,
  rowAddresses,
  open,
  actor,
  names,
}: {
  partnership: string
  /** Of this board, without the column that is open. */
  address: string
  rows: readonly BoardRow[]
  /** What each row is of; null: the board has no rows. */
  heads: readonly ReactNode[] | null
  rowAddresses: readonly (string | null)[] | null
  open: Status
  actor: Actor
  names: Readonly<Record<string, string>>
}) {
  const t = useTranslations('milestones.board')
  const problems = useTranslations('ui.form')
  const router = useRouter()
  const board = useRef<HTMLDivElement>(null)
  const [shownColumn, setShownColumn] = useState(open)
  const [moved, setMoved] = useState<readonly Moved[]>([])
  const [dragged, setDragged] = useState<BoardCard | null>(null)
  const [menu, setMenu] = useState<Opened | null>(null)
  const [asking, setAsking] = useState<Asking | null>(null)
  const [news, setNews] = useState<News | null>(null)
  const closeNews = useCallback(() => setNews(null), [])
  const takeOff = useFlight(board)
  const keptFocus = useKeptFocus(board)
  const refuse = useCallback((problem: ShownProblem) => setNews({ kind: 'refused', problem }), [])
  const pages = useMorePages({ address, rows, onProblem: refuse })

  // The open tab may lie beyond the edge of a phone.
  const tabs = useRef<HTMLElement>(null)
  useEffect(() => {
    const current = tabs.current?.querySelector<HTMLElement>('[aria-current]')
    if (tabs.current && current) tabs.current.scrollLeft = current.offsetLeft - tabs.current.clientWidth / 3
  }, [shownColumn])

  // What the server now says stands above what was shown meanwhile.
  const [answered, setAnswered] = useState(rows)
  if (answered !== pages.read) {
    setAnswered(pages.read)
    setMoved((all) => all.filter(({ isSent }) => !isSent))
  }

  const mayMove = movesAny(actor)
  /** Until the board is read anew, their versions are those before the move. */
  const moving = useMemo(() => new Set(moved.map(({ card }) => card.id)), [moved])
  const shown = useMemo(() => withMoves(pages.rows, moved), [pages.rows, moved])
  const columns = shown[0]?.columns.map(({ status }) => status) ?? []
  const cardOf = (id: unknown) =>
    shown.flatMap((row) => row.columns.flatMap(({ cards }) => cards)).find((card) => card.id === id)
  const codeOf = ({ code }: BoardCard) => shortCode(code, partnership)
  const moves = useMemo(() => dragged && movesOf(dragged, actor), [dragged, actor])

  function begin(card: BoardCard, move: Move, from?: DOMRect) {
    if (!move.may) return
    const act = wordyAct(move.act)
    if (act) void askForWords(card, move, act)
    else void send(card, move, from)
  }

  async function askForWords(card: BoardCard, move: AllowedMove, act: WordyAct) {
    try {
      const { ActForm: Form } = await loadForm()
      setAsking({ card, move, act, Form })
    } catch {
      refuse({ code: 'unreachable', message: 'ui.form.unreachable', text: problems('unreachable') })
    }
  }

  async function send(card: BoardCard, move: AllowedMove, from?: DOMRect) {
    takeOff(card.id, { from })
    setNews({ kind: 'sending', code: codeOf(card) })
    setMoved((all) => [...all, { card, move, isSent: false }])
    const fields = new FormData()
    fields.set('id', timelessId())
    fields.set('version', card.version)
    const posted = await post(`/api/v1/milestones/${card.code}/${doors[move.act]}`, fields, {
      unreachable: problems('unreachable'),
      failed: problems('failed'),
    })
    if ('problem' in posted) {
      takeOff(card.id)
      setMoved((all) => all.filter((one) => one.card.id !== card.id))
      setNews({ kind: 'refused', problem: posted.problem, code: codeOf(card) })
      if (posted.problem.code === 'conflict') refresh()
    } else {
      setMoved((all) => all.map((one) => (one.card.id === card.id ? { ...one, isSent: true } : one)))
      tell(card, move)
      refresh()
    }
  }

  /** A form with words has sent it. */
  function sent({ card, move }: Asking) {
    takeOff(card.id, { keepsFocus: true })
    setMoved((all) => [...all, { card, move, isSent: true }])
    tell(card, move)
  }

  const tell = (card: BoardCard, move: AllowedMove) =>
    setNews({ kind: onlyAsks(move) ? 'asked' : 'moved', code: codeOf(card), landsIn: move.landsIn })
  const refresh = () => startTransition(() => router.refresh())

  const drag = useDrag({
    onLift(id) {
      setNews(null)
      setDragged(cardOf(id) ?? null)
    },
    onDrop(id, to, at) {
      const card = cardOf(id)
      const status = boardStatuses.find((one) => one === to)
      if (card && status && status !== card.status) begin(card, moveTo(status, card, actor), at)
    },
    onEnd: () => setDragged(null),
  })

  const openMenu = useCallback((card: BoardCard, element: Element) => {
    setMenu({ card, at: element.getBoundingClientRect() })
    loadForm().catch(() => {}) // if it is wanted, it is asked for again
  }, [])

  function onKeyDown(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey || !(event.target instanceof Element)) return
    const element = event.target.closest<HTMLElement>('[data-card]')
    const card = cardOf(element?.dataset['card'])
    if (!element || !card) return
    // By the key's place as well: on a Cyrillic or Korean keyboard it writes another letter.
    if (event.key.toLowerCase() === 'm' || event.code === 'KeyM') {
      event.preventDefault()
      if (mayMove && !moving.has(card.id)) openMenu(card, element)
    } else if (event.key.startsWith('Arrow') && board.current) {
      const beside = cardBeside(board.current, element, event.key)
      if (!beside) return
      event.preventDefault()
      beside.querySelector('a')?.focus()
    }
  }

  function openColumn(event: { preventDefault(): void }, status: Status, href: string) {
    event.preventDefault()
    setShownColumn(status)
    window.history.replaceState(null, '', href)
  }

  return (
    <>
      {mayMove && (
        <p id="moves-by-keys" hidden>
          {t('move.help')}
        </p>
      )}
      <nav
        ref={tabs}
        aria-label={t('columns')}
        className="no-print sticky top-13.5 z-20 -mx-(--gutter) overflow-x-auto border-b border-line bg-paper px-(--gutter) min-[75rem]:hidden"
      >
        <ul className="flex w-max gap-1">
          {columns.map((status) => {
            const href = `${address}${address.includes('?') ? '&' : '?'}column=${status}`
            return (
              <li key={status}>
                <a
                  href={href}
                  aria-current={status === shownColumn ? 'true' : undefined}
                  onClick={(event) => openColumn(event, status, href)}
                  className="tap flex min-h-9 items-center gap-1.5 border-b-2 border-transparent px-2 whitespace-nowrap text-ink-2 aria-[current]:border-accent aria-[current]:font-medium aria-[current]:text-ink"
                >
                  <StatusDot status={status} />
                  <StatusWord status={status} />
                  <span className="font-normal text-ink-3">{sizeOf(shown, status)}</span>
                </a>
              </li>
            )
          })}
        </ul>
      </nav>
      <div
        ref={board}
        onKeyDown={onKeyDown}
        {...drag.listeners}
        {...keptFocus}
        className={`grid gap-x-2 ${columns.length > 1 ? 'min-[75rem]:grid-cols-6' : ''} ${heads ? 'gap-y-1.5' : ''}`}
      >
        {columns.map((status) => (
          <ColumnHead
            key={status}
            status={status}
            columns={shown.flatMap((row) => row.columns.filter((column) => column.status === status))}
            move={moves?.find(({ to }) => to === status) ?? null}
            isOpen={status === shownColumn}
          />
        ))}
        {shown.map((row, at) => (
          <div key={row.key ?? at} className="contents">
            {heads && (
              <h2 className="col-span-full flex flex-wrap items-center gap-x-2 border-b border-line pt-2.5 pb-1.5 text-lead font-medium">
                {heads[at]}
              </h2>
            )}
            {row.columns.map((column) => (
              <Column
                key={column.status}
                column={column}
                partnership={partnership}
                names={names}
                isOpen={column.status === shownColumn}
                dragged={dragged?.id ?? null}
                moving={moving}
                move={moves?.find(({ to }) => to === column.status) ?? null}
                isOwnRow={
                  dragged === null ||
                  row.columns.some(({ cards }) => cards.some(({ id }) => id === dragged.id))
                }
                isOver={drag.over === column.status}
                isAlone={columns.length === 1}
                address={address}
                isLoading={pages.loading === column.status}
                onMore={heads ? null : pages.more}
                rowAddress={rowAddresses?.[at] ?? null}
                onOpen={mayMove ? openMenu : null}
              />
            ))}
          </div>
        ))}
      </div>
      {menu && (
        <MoveMenu
          key={menu.card.id}
          code={codeOf(menu.card)}
          moves={movesOf(menu.card, actor)}
          at={menu.at}
          onClose={() => setMenu(null)}
          onChoose={(move) => {
            setMenu(null)
            begin(menu.card, move)
          }}
        />
      )}
      {asking && (
        <asking.Form
          key={`${asking.card.id} ${asking.act}`}
          card={cardOf(asking.card.id) ?? asking.card}
          act={asking.act}
          isAlone={onlyAsks(asking.move) === undefined}
          shownCode={codeOf(asking.card)}
          onSent={() => sent(asking)}
          onClose={() => setAsking(null)}
        />
      )}
      <MoveNews news={news} onClose={closeNews} />
    </>
  )
}

const sizeOf = (rows: readonly BoardRow[], status: Status) =>
  rows.reduce((sum, row) => sum + (row.columns.find((column) => column.status === status)?.size ?? 0), 0)
