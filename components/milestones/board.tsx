import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { PageHeader } from '#components/frame/page-header.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { Flag } from '#components/ui/flag.tsx'
import { Menu } from '#components/ui/menu.tsx'
import { RecordText } from '#components/ui/record-text.tsx'
import { Words } from '#components/ui/words.tsx'
import { countryName } from '#lib/format/country.ts'
import { formatNumber } from '#lib/format/number.ts'
import type { BoardRow, MilestoneBoard } from '#lib/milestones/board.ts'
import { boardAddress, BoardFilters } from './board-filters.tsx'
import { Columns } from './columns.tsx'

/** The milestones of a partnership in columns by status. */
export function Board({ board }: { board: MilestoneBoard }) {
  const t = useTranslations('milestones.board')
  const language = useLocale()
  const { asked, rows, sides } = board
  const address = boardAddress(board, { column: undefined, after: undefined })
  const shown = asked.status === 'cancelled' ? board.cancelled : board.total
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={
          <>
            <span>{t('size', { count: shown })}</span>
            {asked.status !== 'cancelled' && <Attention board={board} />}
          </>
        }
      />
      <div className="flex min-w-0 flex-col gap-3.5 p-(--gutter) pt-3.5">
        <BoardFilters board={board} />
        {rows.length === 0 || shown === 0 ? (
          <Empty
            title={t('empty')}
            action={
              <Link href={`/${board.partnership}/board`} className="button">
                {t('clear')}
              </Link>
            }
          >
            {t('empty-what')}
          </Empty>
        ) : (
          <Words of={wordsOfCards}>
            <Columns
              key={address}
              partnership={board.partnership}
              address={address}
              rows={rows}
              heads={asked.rows ? rows.map((row) => <RowHead key={row.key} row={row} board={board} />) : null}
              rowAddresses={asked.rows ? rows.map((row) => addressOfRow(row, board)) : null}
              open={asked.column ?? firstFilled(rows)}
              actor={board.actor}
              names={Object.fromEntries(sides.map((side) => [side, countryName(side, language)]))}
            />
          </Words>
        )}
        {board.moreRows > 0 && <p className="text-ink-2">{t('more-rows', { count: board.moreRows })}</p>}
      </div>
    </>
  )
}

// What is said in the browser.
const wordsOfCards = ['milestones', 'rules.why-not']

/** What needs attention, and how many of each kind there are. */
function Attention({ board: { overdue, noEvidence, blocked, disputed } }: { board: MilestoneBoard }) {
  const t = useTranslations('milestones.board')
  const language = useLocale()
  const count = overdue + noEvidence + blocked + disputed
  if (count === 0) return null
  const parts = [
    ['overdue-ones', overdue],
    ['no-evidence-ones', noEvidence],
    ['blocked-in-time', blocked],
    ['disputed-in-time', disputed],
  ] as const
  return (
    <Menu
      label={t('attention', { count })}
      buttonClass="min-h-6 content-center underline decoration-dotted decoration-line-3 underline-offset-4 hover:text-accent"
      panelClass="absolute top-full left-0 mt-1 w-64 max-w-[calc(100vw-2rem)] max-md:-left-20"
    >
      <div className="p-2 text-body text-ink">
        <p className="mb-2 text-ink-2">{t('attention-formula')}</p>
        <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1">
          {parts.map(([name, size]) => (
            <div key={name} className="col-span-2 grid grid-cols-subgrid">
              <dt>{t(name)}</dt>
              <dd className="text-end">{formatNumber(size, language)}</dd>
            </div>
          ))}
        </dl>
      </div>
    </Menu>
  )
}

/** What a row is of, with how many are late. */
function RowHead({ row, board }: { row: BoardRow; board: MilestoneBoard }) {
  const t = useTranslations('milestones.board')
  const language = useLocale()
  const sum = (of: (column: BoardRow['columns'][number]) => number) =>
    row.columns.reduce((size, column) => size + of(column), 0)
  const [overdue, noEvidence] = [sum((column) => column.overdue), sum((column) => column.noEvidence)]
  return (
    <>
      <RowName row={row} board={board} />
      <span className="font-normal text-ink-3">
        {formatNumber(
          sum(({ size }) => size),
          language,
        )}
      </span>
      {overdue > 0 && (
        <span className="text-small font-normal text-alarm">
          {t('overdue', { count: formatNumber(overdue, language) })}
        </span>
      )}
      {noEvidence > 0 && (
        <span className="text-small font-normal text-warn">
          {t('no-evidence', { count: formatNumber(noEvidence, language) })}
        </span>
      )}
    </>
  )
}

function RowName({ row: { key }, board }: { row: BoardRow; board: MilestoneBoard }): ReactNode {
  const t = useTranslations('milestones.board')
  const language = useLocale()
  if (board.asked.rows === 'direction') {
    const direction = board.directions.find(({ code }) => code === key)
    return (
      direction && (
        <Link href={`/${board.partnership}/directions/${direction.code}`} className="quiet-link">
          <RecordText text={direction.title} isQuiet />
        </Link>
      )
    )
  }
  if (board.asked.rows === 'side') {
    return (
      <>
        {key !== 'joint' && <Flag code={key} />}
        {key === null || key === 'joint' ? t('joint') : countryName(key, language)}
      </>
    )
  }
  const body = board.bodies.find(({ code }) => code === key)
  return body ? (
    <>
      <Flag code={body.side} />
      <RecordText text={body.name} isQuiet />
    </>
  ) : (
    t('no-body')
  )
}

/** The row alone, as a board of its own; null where no filter leads to it. */
function addressOfRow({ key }: BoardRow, board: MilestoneBoard): string | null {
  const { rows } = board.asked
  if (key === null || !rows) return null
  const filter = { direction: 'direction', organisation: 'body', side: 'side' } as const
  return boardAddress(board, { [filter[rows]]: key, rows: undefined, column: undefined, after: undefined })
}

/** Where one column is shown at a time: the first that has something. */
function firstFilled(rows: readonly BoardRow[]) {
  const columns = rows[0]?.columns ?? []
  return columns.find((_, at) => rows.some((row) => (row.columns[at]?.size ?? 0) > 0))?.status ?? 'planned'
}
