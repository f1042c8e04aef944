import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { TwoKeys } from '#components/milestones/two-keys.tsx'
import { PartsBar } from '#components/ui/bar.tsx'
import { Figure, Figures, Lines, Panel } from '#components/ui/card.tsx'
import { Page, Section } from '#components/ui/page.tsx'
import { RecordText } from '#components/ui/record-text.tsx'
import { Table } from '#components/ui/table.tsx'
import { PageHeader } from '#components/frame/page-header.tsx'
import { countryName } from '#lib/format/country.ts'
import { formatDate, formatPeriod } from '#lib/format/date.ts'
import { formatDue, formatSlip } from '#lib/format/due.ts'
import { formatMoney } from '#lib/format/money.ts'
import { formatNumber } from '#lib/format/number.ts'
import { formatChange, formatPercent } from '#lib/format/percent.ts'
import type { PartnershipOverview } from '#lib/partnerships/overview.ts'
import { changePercent } from '#lib/rules/figures.ts'
import { statuses } from '#lib/rules/milestone-status.ts'
import { median } from '#lib/rules/slip.ts'
import { HeatMap } from './heat-map.tsx'

export function Overview({ overview }: { overview: PartnershipOverview }) {
  const t = useTranslations('partnerships.overview')
  const language = useLocale()
  const { partnership, heading, directions } = overview
  const anchors = directions.filter(({ isAnchor }) => isAnchor)
  const sum = (of: (row: (typeof directions)[number]) => number) =>
    anchors.reduce((all, row) => all + of(row), 0)
  const slip = median(heading?.slips ?? [])
  return (
    <>
      <PageHeader title={<RecordText text={partnership.title} isQuiet />} />
      <Page aside={<Aside overview={overview} />}>
        {heading && (
          <p className="text-ink-2">
            <RecordText text={heading.programme} /> · {formatDue(heading.starts, language)} –{' '}
            {formatDue(heading.ends, language)}
          </p>
        )}
        <Figures>
          <Figure
            value={`${sum(({ completed }) => completed)} / ${sum(({ all }) => all)}`}
            name={t('completed')}
          />
          <Figure
            value={formatNumber(String(sum(({ overdue }) => overdue)), language)}
            name={t('overdue')}
            tone="alarm"
          />
          <Figure
            value={formatNumber(String(sum(({ noEvidence }) => noEvidence)), language)}
            name={t('no-evidence')}
            tone="warn"
          />
          {slip !== null && <Figure value={formatSlip(slip, language)} name={t('median-slip')} />}
        </Figures>
        <Directions overview={overview} rows={anchors} name={t('anchors')} />
        <Directions
          overview={overview}
          rows={directions.filter(({ isAnchor }) => !isAnchor)}
          name={t('crossing')}
        />
        <p className="text-small text-ink-2">{t('progress-formula')}</p>
        <HeatMap overview={overview} />
        <Caveats overview={overview} />
      </Page>
    </>
  )
}

function Directions({
  overview: { partnership },
  rows,
  name,
}: {
  overview: PartnershipOverview
  rows: PartnershipOverview['directions']
  name: string
}) {
  const t = useTranslations('partnerships.overview')
  const status = useTranslations('ui.status')
  const language = useLocale()
  if (rows.length === 0) return null
  return (
    <Table
      name={name}
      head={[
        { key: 'direction', name },
        { key: 'initiatives', name: t('initiatives'), align: 'end' },
        { key: 'milestones', name: t('milestones'), width: '22%' },
        { key: 'done', name: t('done'), align: 'end' },
        { key: 'overdue', name: t('overdue-short'), align: 'end' },
        { key: 'none', name: t('no-evidence-short'), align: 'end' },
        { key: 'progress', name: t('progress'), align: 'end' },
        { key: 'next', name: t('next-date') },
      ]}
    >
      {rows.map((row) => (
        <tr key={row.code}>
          <th scope="row">
            <Link href={`/${partnership.code}/directions/${row.code}`} className="quiet-link font-medium">
              <RecordText text={row.title} isQuiet />
            </Link>
          </th>
          <td data-align="end">{row.initiatives}</td>
          <td>
            <PartsBar
              of={row.all}
              name={statuses
                .filter((each) => row.statuses[each])
                .map((each) => `${status(each)}: ${row.statuses[each]}`)
                .join(', ')}
              parts={statuses
                .filter((each) => each !== 'cancelled' && each !== 'planned' && row.statuses[each])
                .toSorted((one) => (one === 'completed' ? -1 : 1))
                .map((each) => ({ tone: tones[each], size: row.statuses[each] ?? 0 }))}
            />
          </td>
          <td data-align="end">
            {row.completed}/{row.all}
          </td>
          <td data-align="end" className={row.overdue ? 'text-alarm' : 'text-ink-3'}>
            {row.overdue || '–'}
          </td>
          <td data-align="end" className={row.noEvidence ? 'text-warn' : 'text-ink-3'}>
            {row.noEvidence || '–'}
          </td>
          <td data-align="end">
            {row.percent === null ? t('unknown') : formatPercent(row.percent, language)}
          </td>
          <td className="whitespace-nowrap text-ink-2">
            {row.nextDue === null ? '–' : formatDate(row.nextDue, 'day', language, 'short')}
          </td>
        </tr>
      ))}
    </Table>
  )
}

const tones = {
  planned: 'planned',
  in_progress: 'in-progress',
  blocked: 'blocked',
  claimed: 'claimed',
  disputed: 'disputed',
  completed: 'completed',
  cancelled: 'rest',
} as const

function Aside({ overview: { partnership, waiting, trade, series } }: { overview: PartnershipOverview }) {
  const t = useTranslations('partnerships.overview')
  const language = useLocale()
  const names = Object.fromEntries(partnership.sides.map((side) => [side, countryName(side, language)]))
  return (
    <>
      <Panel title={t('waits')} count={waiting.length}>
        {waiting.length === 0 ? (
          <p className="text-ink-2">{t('waits-nothing')}</p>
        ) : (
          <Lines>
            {waiting.map((item) => (
              <li key={`${item.kind}${item.code}`}>
                <div className="flex items-center justify-between gap-2">
                  <span className="code text-small text-ink-2">{item.code}</span>
                  <TwoKeys
                    sides={partnership.sides}
                    verdicts={item.verdicts}
                    status={item.status}
                    names={names}
                  />
                </div>
                <Link
                  href={
                    item.kind === 'report'
                      ? `/${partnership.code}/review`
                      : `/${partnership.code}/milestones/${item.code}`
                  }
                  className="quiet-link block"
                >
                  <RecordText text={item.title} isQuiet />
                </Link>
                <p className="text-small text-ink-2">{t(`waiting.${item.kind}`)}</p>
              </li>
            ))}
          </Lines>
        )}
      </Panel>
      {trade && (
        <Panel title={t('trade', { period: formatPeriod(trade.startsOn, trade.endsOn, language) })}>
          <p className="text-head font-strong">
            {formatMoney({ amount: trade.value, currency: trade.currency }, language, 'compact')}
          </p>
          <p>
            {t('trade-change', {
              reported: formatChange(trade.change, language),
              computed: formatChange(changePercent(trade.before, trade.value) ?? '0', language),
            })}
          </p>
          <p className="text-small text-ink-2">
            {t('trade-before', {
              before: formatMoney({ amount: trade.before, currency: trade.currency }, language, 'compact'),
            })}{' '}
            <Link
              href={
                trade.source ? `/${partnership.code}/sources/${trade.source}` : `/${partnership.code}/trade`
              }
              className="link"
            >
              {t('source')}
            </Link>
          </p>
        </Panel>
      )}
      <Panel title={t('series')}>
        <Lines>
          {series.map((each) => (
            <li key={each.code}>
              <Link href={`/${partnership.code}/meetings`} className="quiet-link">
                <RecordText text={each.name} isQuiet />
              </Link>
              <p className="text-small text-ink-2">
                {each.planned
                  ? t('series-next', { date: formatDue(each.planned.held, language) })
                  : each.awaited?.due
                    ? t('series-next', { date: formatDue(each.awaited.due, language) })
                    : t('series-unknown')}
                {(each.planned?.isPast ||
                  each.awaited?.lateness === 'overdue' ||
                  each.awaited?.lateness === 'no_evidence') && (
                  <span className="text-alarm"> · {t('series-late')}</span>
                )}
              </p>
            </li>
          ))}
        </Lines>
      </Panel>
    </>
  )
}

function Caveats({ overview: { heading } }: { overview: PartnershipOverview }) {
  const t = useTranslations('partnerships.overview')
  return (
    <Section title={t('caveats')} count={heading?.caveats.length ?? 0}>
      <ol className="list-decimal space-y-1.5 py-2.5 pl-5 text-ink-2">
        {heading?.caveats.map((text) => (
          <li key={text.text}>
            <RecordText text={text} isQuiet />
          </li>
        ))}
      </ol>
    </Section>
  )
}
