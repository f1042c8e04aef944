import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { Section } from '#components/ui/page.tsx'
import { RecordText } from '#components/ui/record-text.tsx'
import { formatDate } from '#lib/format/date.ts'
import type { Language } from '#lib/format/language.ts'
import type { DirectionRow, PartnershipOverview } from '#lib/partnerships/overview.ts'
import { type CalendarQuarter, daysOf, quarterAfter, quarterOf, quartersBetween } from '#lib/rules/quarter.ts'

const mostQuarters = 24

/** When milestones fall due: the programme's own quarters, and beside them what lies before, after, and nowhere. */
export function HeatMap({
  overview: { partnership, programme, directions },
}: {
  overview: PartnershipOverview
}) {
  const t = useTranslations('partnerships.heat')
  const language = useLocale()
  const first = quarterOf(programme.starts.on)
  const window = quartersBetween(first, quarterOf(programme.ends.on), mostQuarters)
  const columns = ['before', ...window, 'later', 'undated'] as const
  const columnOf = (quarter: string | null) => {
    if (quarter === null) return 'undated'
    if (window.includes(quarter)) return quarter
    return quarter < first ? 'before' : 'later'
  }
  const cellOf = ({ quarters }: DirectionRow, column: string) =>
    quarters
      .filter(({ quarter }) => columnOf(quarter) === column)
      .reduce((sum, { all, late }) => ({ all: sum.all + all, late: sum.late + late }), { all: 0, late: 0 })
  const most = Math.max(
    1,
    ...window.flatMap((column) => directions.rows.map((row) => cellOf(row, column).all)),
  )
  return (
    <Section title={t('title')}>
      <div
        role="region"
        aria-label={t('title')}
        tabIndex={0}
        className="sideways relative -mx-2.5 px-2 py-2.5 focus-visible:-outline-offset-2"
      >
        <table className="w-full border-separate border-spacing-0.5 text-small">
          <thead>
            <tr>
              <th scope="col" className="min-w-28 text-start font-normal text-ink-2">
                {t('direction')}
              </th>
              {columns.map((column) => (
                <th
                  key={column}
                  scope="col"
                  className="min-w-10.5 px-0.5 print:min-w-0 text-center align-bottom text-tiny font-normal text-ink-2"
                >
                  {nameOf(
                    column,
                    { before: t('before'), later: t('later'), undated: t('undated') },
                    language,
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {directions.rows.map((row) => (
              <tr key={row.code} className={row.isAnchor ? undefined : '*:border-t *:border-line'}>
                <th scope="row" className="pr-2 text-start font-normal text-ink-2">
                  <RecordText text={row.title} isQuiet />
                </th>
                {columns.map((column) => (
                  <Cell
                    key={column}
                    cell={cellOf(row, column)}
                    most={most}
                    board={`/${partnership.code}/board?${asked(row.code, column, first, window.length)}`}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="text-small text-ink-2">
        {t('explain')} {directions.rows.some(({ rolled }) => rolled.own > 0) && t('own')}
      </p>
    </Section>
  )
}

// The more, the deeper: whole class names, so that Tailwind finds them.
const depths = {
  late: ['bg-blocked/15', 'bg-blocked/25', 'bg-blocked/40'],
  timely: ['bg-in-progress/15', 'bg-in-progress/25', 'bg-in-progress/40'],
} as const

function Cell({
  cell: { all, late },
  most,
  board,
}: {
  cell: { all: number; late: number }
  most: number
  /** The address of the board with the same milestones, and the own side's. */
  board: string
}) {
  const t = useTranslations('partnerships.heat')
  if (all === 0)
    return (
      <td className="h-6 rounded-small bg-sunk">
        <span className="sr-only">{t('empty')}</span>
      </td>
    )
  const shown = late > 0 ? `${late}/${all}` : String(all)
  const depth = depths[late > 0 ? 'late' : 'timely'][Math.min(2, Math.floor((3 * (all - 1)) / most))]
  return (
    <td className={`h-6 rounded-small text-center ${depth}`}>
      <Link
        href={board}
        aria-label={`${shown}: ${t('cell', { all, late })}`}
        className="block min-h-6 content-center"
      >
        {shown}
      </Link>
    </td>
  )
}

/** What the board is asked for, to show what a cell counts. */
function asked(direction: string, column: string, first: CalendarQuarter, count: number): URLSearchParams {
  const beside: Record<string, string> = {
    before: `..${quarterAfter(first, -1)}`,
    later: `${quarterAfter(first, count)}..`,
    undated: 'none',
  }
  return new URLSearchParams({ direction, quarter: beside[column] ?? column })
}

function nameOf(
  column: string,
  words: Record<'before' | 'later' | 'undated', string>,
  language: Language,
): string {
  if (column === 'before' || column === 'later' || column === 'undated') return words[column]
  return formatDate(daysOf(column).to, 'quarter', language, 'short')
}
