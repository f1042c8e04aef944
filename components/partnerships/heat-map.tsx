import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { Section } from '#components/ui/page.tsx'
import { RecordText } from '#components/ui/record-text.tsx'
import { formatDate } from '#lib/format/date.ts'
import type { PartnershipOverview } from '#lib/partnerships/overview.ts'
import { lastDayOf } from '#lib/rules/due-date.ts'

/** When milestones fall due: the programme's own quarters, and beside them what lies before, after, and nowhere. */
export function HeatMap({
  overview: { partnership, heading, directions, quarters },
}: {
  overview: PartnershipOverview
}) {
  const t = useTranslations('partnerships.overview')
  const language = useLocale()
  const window = quartersFrom(heading?.starts.on ?? partnership.today, 13)
  const columns = ['before', ...window, 'later', 'undated']
  const columnOf = (quarter: string | null) =>
    quarter === null
      ? 'undated'
      : window.includes(quarter)
        ? quarter
        : quarter < (window[0] ?? '')
          ? 'before'
          : 'later'
  const nameOf = (column: string) =>
    column.includes('Q')
      ? formatDate(
          lastDayOf(
            `${column.slice(0, 4)}-${String(Number(column.slice(6)) * 3).padStart(2, '0')}`,
            'quarter',
          ),
          'quarter',
          language,
          'short',
        )
      : t(`heat.${column === 'before' ? 'before' : column === 'later' ? 'later' : 'undated'}`)
  return (
    <Section title={t('heat.title')}>
      <div role="region" aria-label={t('heat.title')} tabIndex={0} className="overflow-x-auto py-2.5">
        <table className="w-full border-separate border-spacing-0.5 text-small">
          <thead>
            <tr>
              <th scope="col" className="text-start font-normal text-ink-2">
                {t('anchors')}
              </th>
              {columns.map((column) => (
                <th
                  key={column}
                  scope="col"
                  className="min-w-11 px-0.5 text-center text-tiny font-normal text-ink-2"
                >
                  {nameOf(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {directions.map(({ code, title }) => (
              <tr key={code}>
                <th scope="row" className="pr-2 text-start font-normal text-ink-2">
                  <RecordText text={title} isQuiet />
                </th>
                {columns.map((column) => {
                  const here = quarters.filter(
                    ({ direction, quarter }) => direction === code && columnOf(quarter) === column,
                  )
                  const [all, late] = [
                    here.reduce((n, cell) => n + cell.all, 0),
                    here.reduce((n, cell) => n + cell.late, 0),
                  ]
                  return (
                    <td
                      key={column}
                      className={`h-6 rounded-small text-center ${all === 0 ? 'bg-sunk' : late > 0 ? 'bg-blocked-soft text-blocked' : 'bg-in-progress-soft text-in-progress'}`}
                    >
                      {all > 0 && (
                        <Link
                          href={`/${partnership.code}/board?direction=${code}`}
                          className="block min-h-6 content-center"
                        >
                          {all}
                        </Link>
                      )}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="text-small text-ink-2">{t('heat.explain')}</p>
    </Section>
  )
}

function quartersFrom(start: string, count: number): string[] {
  const first = Number(start.slice(0, 4)) * 4 + Math.floor((Number(start.slice(5, 7)) - 1) / 3)
  return Array.from({ length: count }, (_, n) => `${Math.floor((first + n) / 4)}-Q${((first + n) % 4) + 1}`)
}
