import { ChevronRight } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { Percent, quotient } from '#components/directions/rolled.tsx'
import { Formula } from '#components/ui/formula.tsx'
import { RecordText } from '#components/ui/record-text.tsx'
import { Table } from '#components/ui/table.tsx'
import { Code } from '#components/ui/tag.tsx'
import { formatSlip } from '#lib/format/due.ts'
import type { RollUp } from '#lib/directions/roll-up.ts'
import type { PartnershipOverview } from '#lib/partnerships/overview.ts'
import { shortCode } from '#lib/rules/codes.ts'

/** Where the numbers of the rows come from, opened in place. */
export function NumbersOpened({ overview }: { overview: PartnershipOverview }) {
  const t = useTranslations('partnerships.numbers')
  const language = useLocale()
  const { moved, partnership } = overview
  return (
    <div className="flex flex-col gap-1">
      <Progress overview={overview} />
      {moved.furthest.length > 0 && (
        <Formula
          question={t('slip')}
          formula={t('slip-formula', { count: moved.size })}
          rows={moved.furthest.map(({ code, title, days, isAnchor }) => ({
            key: code,
            name: (
              <Link href={`/${partnership.code}/milestones/${code}`} className="quiet-link">
                <Code>{shortCode(code, partnership.code)}</Code> <RecordText text={title} isQuiet />
                {!isAnchor && ` (${t('no-anchor')})`}
              </Link>
            ),
            value: formatSlip(days, language),
          }))}
        />
      )}
      <p className="text-small text-ink-2">{t('committed')}</p>
    </div>
  )
}

function Progress({ overview: { directions, partnership } }: { overview: PartnershipOverview }) {
  const t = useTranslations('partnerships.numbers')
  const rolled = useTranslations('directions.rolled')
  return (
    <details className="group">
      <summary className="tap inline-flex items-center gap-1 text-small text-ink-2 hover:text-accent">
        <ChevronRight className="transition-transform group-open:rotate-90" />
        {t('progress')}
      </summary>
      <div className="mt-2 mb-1 flex flex-col gap-2 border-l-2 border-line pl-3 text-small">
        <p className="max-w-160 text-ink-2">
          {rolled('formula', { unknown: directions.anchors.progress.unknown })}
        </p>
        <Table
          name={t('progress')}
          head={[
            { key: 'direction', name: t('direction') },
            { key: 'milestones', name: t('milestones'), align: 'end' },
            { key: 'unknown', name: t('unknown'), align: 'end' },
            { key: 'quotient', name: t('quotient'), align: 'end' },
            { key: 'percent', name: t('percent'), align: 'end' },
          ]}
        >
          {directions.rows.map((row) => (
            <Row
              key={row.code}
              name={
                <Link href={`/${partnership.code}/directions/${row.code}`} className="quiet-link">
                  <RecordText text={row.title} isQuiet />
                </Link>
              }
              rolled={row.rolled}
            />
          ))}
          <Row name={t('all-anchors')} rolled={directions.anchors} />
        </Table>
      </div>
    </details>
  )
}

function Row({ name, rolled: { all, progress } }: { name: React.ReactNode; rolled: RollUp }) {
  const language = useLocale()
  return (
    <tr>
      <th scope="row" className="font-normal">
        {name}
      </th>
      <td data-align="end">{all}</td>
      <td data-align="end">{progress.unknown}</td>
      <td data-align="end" className="whitespace-nowrap">
        {quotient(progress, language)}
      </td>
      <td data-align="end" className="whitespace-nowrap">
        <Percent of={progress.percent} />
      </td>
    </tr>
  )
}
