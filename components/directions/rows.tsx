import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { Dotted } from '#components/ui/dotted.tsx'
import { RecordText } from '#components/ui/record-text.tsx'
import { Table } from '#components/ui/table.tsx'
import { formatDue, formatSlip } from '#lib/format/due.ts'
import { formatMoney } from '#lib/format/money.ts'
import type { DirectionRow } from '#lib/partnerships/overview.ts'
import type { MovedDates } from '#lib/partnerships/moved-dates.ts'
import { RolledBar, RolledCells, RolledInWords } from './rolled.tsx'

/** Directions with what their milestones come to. `name`: of the table, and of its first column. */
export function DirectionRows({
  rows,
  name,
  partnership,
  moved,
}: {
  rows: readonly DirectionRow[]
  name: string
  partnership: string
  moved: MovedDates
}) {
  const t = useTranslations('directions.rows')
  if (rows.length === 0) return null
  return (
    <div className={onPhones}>
      <Table
        name={name}
        head={[
          { key: 'direction', name, width: '34%' },
          { key: 'milestones', name: t('done'), width: '24%' },
          { key: 'overdue', name: t('overdue'), align: 'end' },
          { key: 'none', name: t('no-evidence'), align: 'end' },
          { key: 'progress', name: t('progress'), align: 'end' },
          { key: 'slip', name: t('slip'), align: 'end' },
          { key: 'next', name: t('next-date') },
        ]}
      >
        {rows.map((row) => (
          <Row
            key={row.code}
            row={row}
            partnership={partnership}
            slip={moved.directions.find(({ code }) => code === row.code)?.median ?? null}
          />
        ))}
      </Table>
    </div>
  )
}

// A phone or a narrow tablet has no room for seven columns: what they say stands under the title there.
const onPhones = 'max-lg:[&_td:nth-child(n+3)]:hidden max-lg:[&_thead_th:nth-child(n+3)]:hidden'

function Row({
  row: { code, title, initiatives, ownInitiatives, rolled, nextDue, committed },
  partnership,
  slip,
}: {
  row: DirectionRow
  partnership: string
  slip: number | null
}) {
  const t = useTranslations('directions.rows')
  const language = useLocale()
  return (
    <tr>
      <th scope="row">
        <Link href={`/${partnership}/directions/${code}`} className="quiet-link font-medium">
          <RecordText text={title} isQuiet />
        </Link>
        <span className="block text-small font-normal text-ink-2">
          <Dotted>
            <span>
              {t('initiatives', { count: initiatives })}
              {ownInitiatives > 0 && ` ${t('own', { count: ownInitiatives })}`}
            </span>
            {committed.length > 0 && (
              <span>
                {t('committed', {
                  sums: committed.map((sum) => formatMoney(sum, language, 'compact')).join(', '),
                })}
              </span>
            )}
          </Dotted>
        </span>
        <InWords rolled={rolled} nextDue={nextDue} slip={slip} />
      </th>
      <td className="min-w-28">
        <span className="grid grid-cols-[minmax(0,1fr)_2.75rem] items-center gap-2.5">
          <RolledBar rolled={rolled} />
          <span>
            {rolled.completed}/{rolled.all}
          </span>
        </span>
        {rolled.own > 0 && (
          <span className="block text-small text-ink-2">{t('own', { count: rolled.own })}</span>
        )}
      </td>
      <RolledCells rolled={rolled} />
      <td data-align="end" className="whitespace-nowrap">
        {slip === null ? <None /> : formatSlip(slip, language)}
      </td>
      <td className="whitespace-nowrap text-ink-2">
        {nextDue === null ? <None /> : formatDue(nextDue, language)}
      </td>
    </tr>
  )
}

function InWords({
  rolled,
  nextDue,
  slip,
}: Pick<DirectionRow, 'rolled' | 'nextDue'> & { slip: number | null }) {
  const t = useTranslations('directions.rows')
  const language = useLocale()
  return (
    <RolledInWords
      rolled={rolled}
      after={[
        slip !== null && (
          <span key="slip" className="whitespace-nowrap">
            {t('slip')}: {formatSlip(slip, language)}
          </span>
        ),
        nextDue && (
          <span key="next" className="whitespace-nowrap">
            {t('next-date')}: {formatDue(nextDue, language)}
          </span>
        ),
      ]}
    />
  )
}

/** Nothing of the kind is known: a dash for the eye, words for the ear. */
function None() {
  const t = useTranslations('directions.rows')
  return (
    <span className="text-ink-3">
      <span aria-hidden>–</span>
      <span className="sr-only">{t('none')}</span>
    </span>
  )
}
