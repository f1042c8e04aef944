import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { DirectionRows } from '#components/directions/rows.tsx'
import { PageHeader } from '#components/frame/page-header.tsx'
import { Figure, Figures } from '#components/ui/card.tsx'
import { Page } from '#components/ui/page.tsx'
import { RecordText } from '#components/ui/record-text.tsx'
import { formatDue, formatSlip } from '#lib/format/due.ts'
import { formatNumber } from '#lib/format/number.ts'
import type { PartnershipOverview } from '#lib/partnerships/overview.ts'
import { Background } from './background.tsx'
import { HeatMap } from './heat-map.tsx'
import { Lately } from './lately.tsx'
import { NumbersOpened } from './numbers-opened.tsx'
import { ReturningMeetings } from './returning-meetings.tsx'
import { TradeAtTheStart } from './trade-at-the-start.tsx'
import { Waiting } from './waiting.tsx'

/** One partnership at a glance. */
export function Overview({ overview }: { overview: PartnershipOverview }) {
  const t = useTranslations('partnerships.overview')
  const language = useLocale()
  const { partnership, programme, directions, moved } = overview
  return (
    <>
      <PageHeader title={<RecordText text={partnership.title} isQuiet />} />
      <Page
        aside={
          <>
            <div className="max-xl:hidden">
              <Waiting waiting={overview.waiting} partnership={partnership} />
            </div>
            <Lately lately={overview.lately} partnership={partnership.code} />
            <TradeAtTheStart trade={overview.trade} partnership={partnership.code} />
            <ReturningMeetings series={overview.series} partnership={partnership.code} />
          </>
        }
      >
        <p className="text-ink-2">
          <RecordText text={programme.title} />
          {'\u00A0· '}
          {formatDue(programme.starts, language)} – {formatDue(programme.ends, language)}
          {programme.endsInferred && ` (${t('inferred')})`}
          {'\u00A0· '}
          <Link href={`/${partnership.code}/regions`} className="quiet-link">
            {t('regions')}
          </Link>
        </p>
        <Totals overview={overview} />
        {/* Where the side stands under the page, what waits would be found last. */}
        <div className="xl:hidden">
          <Waiting waiting={overview.waiting} partnership={partnership} />
        </div>
        {[true, false].map((isAnchor) => (
          <DirectionRows
            key={String(isAnchor)}
            name={t(isAnchor ? 'anchors' : 'crossing')}
            rows={directions.rows.filter((row) => row.isAnchor === isAnchor)}
            partnership={partnership.code}
            moved={moved}
          />
        ))}
        <NumbersOpened overview={overview} />
        <HeatMap overview={overview} />
        <Background overview={overview} />
      </Page>
    </>
  )
}

function Totals({ overview: { directions, moved } }: { overview: PartnershipOverview }) {
  const t = useTranslations('partnerships.overview')
  const language = useLocale()
  const { anchors } = directions
  return (
    <div className="flex flex-col gap-1.5">
      <Figures>
        <Figure
          value={`${formatNumber(anchors.completed, language)} / ${formatNumber(anchors.all, language)}`}
          name={t('completed')}
        />
        <Figure value={formatNumber(anchors.overdue, language)} name={t('overdue')} tone="alarm" />
        <Figure value={formatNumber(anchors.noEvidence, language)} name={t('no-evidence')} tone="warn" />
        {moved.anchors !== null && (
          <Figure value={formatSlip(moved.anchors, language)} name={t('median-slip')} />
        )}
      </Figures>
      {anchors.oneKey > 0 && (
        <p className="text-small text-ink-2">{t('one-key', { count: anchors.oneKey })}</p>
      )}
      {anchors.own > 0 && <p className="text-small text-ink-2">{t('own', { count: anchors.own })}</p>}
    </div>
  )
}
