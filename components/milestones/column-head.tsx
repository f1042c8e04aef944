import { useLocale, useTranslations } from 'next-intl'
import { StatusDot, StatusWord } from '#components/ui/status.tsx'
import { formatNumber } from '#lib/format/number.ts'
import type { BoardColumn } from '#lib/milestones/board.ts'
import type { Status } from '#lib/rules/milestone-status.ts'
import type { Move } from '#lib/rules/move.ts'

/** A column's name and true size, its late ones of both kinds apart. While a card is dragged it says what dropping it
 *  here would mean, or why it may not be dropped. */
export function ColumnHead({
  status,
  columns,
  move,
  isOpen,
}: {
  status: Status
  /** Of every row. */
  columns: readonly BoardColumn[]
  move: Move | null
  isOpen: boolean
}) {
  const t = useTranslations('milestones.board')
  const language = useLocale()
  const sum = (of: (column: BoardColumn) => number) => columns.reduce((size, column) => size + of(column), 0)
  const [overdue, noEvidence] = [sum((column) => column.overdue), sum((column) => column.noEvidence)]
  return (
    <div
      className={`sticky top-13.5 z-10 bg-paper px-1 pt-1.5 pb-2 max-[75rem]:static max-[75rem]:py-0 print:static ${isOpen ? '' : 'max-[75rem]:hidden'} ${move && !move.may ? 'text-ink-3' : ''}`}
    >
      <div className="flex items-center gap-1.5 max-[75rem]:hidden">
        <StatusDot status={status} />
        <h2 className="text-body font-medium">
          <StatusWord status={status} />
        </h2>
        <span className="text-ink-3">
          {formatNumber(
            sum(({ size }) => size),
            language,
          )}
        </span>
      </div>
      <p className="mt-0.5 flex min-h-4 flex-wrap gap-x-2 text-small max-[75rem]:mt-0 max-[75rem]:min-h-0">
        {overdue > 0 && (
          <span className="text-alarm">{t('overdue', { count: formatNumber(overdue, language) })}</span>
        )}
        {noEvidence > 0 && (
          <span className="text-warn">{t('no-evidence', { count: formatNumber(noEvidence, language) })}</span>
        )}
      </p>
      {move && <Meaning move={move} />}
    </div>
  )
}

function Meaning({ move }: { move: Move }) {
  const t = useTranslations('milestones.board.move')
  const why = useTranslations('rules.why-not')
  const look = move.may ? 'border-accent bg-accent-soft text-accent' : 'border-line-2 bg-surface text-ink-2'
  return (
    <p
      data-may={move.may}
      className={`pointer-events-none absolute inset-x-0 top-full rounded-card border px-2 py-1.5 text-small shadow-card ${look}`}
    >
      {move.may ? (
        <>
          <b className="block">{t(`act.${move.act}`)}</b>
          {move.landsIn !== move.to && <LandsIn status={move.landsIn} />}
        </>
      ) : (
        why(move.why)
      )}
    </p>
  )
}

export function LandsIn({ status }: { status: Status }) {
  const t = useTranslations('milestones.board.move')
  const words = useTranslations('ui.status')
  return t('lands-in', { status: words(status) })
}
