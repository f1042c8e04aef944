import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { Contradiction } from '#components/facts/contradiction.tsx'
import { NotStated } from '#components/facts/marks.tsx'
import { PageHeader } from '#components/frame/page-header.tsx'
import { IndicatorList } from '#components/indicators/list.tsx'
import { Sources } from '#components/sources/cited.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Figure, Figures, Panel } from '#components/ui/card.tsx'
import { Fact, Facts } from '#components/ui/facts.tsx'
import { Page, Section } from '#components/ui/page.tsx'
import { RecordText } from '#components/ui/record-text.tsx'
import type { DirectionPage } from '#lib/directions/direction.ts'
import { formatDue, formatSlip } from '#lib/format/due.ts'
import { formatMoney } from '#lib/format/money.ts'
import { formatNumber } from '#lib/format/number.ts'
import { Decided } from './decided.tsx'
import { InitiativeTable } from './initiative-table.tsx'
import { ProgressOpened, RolledBar } from './rolled.tsx'
import { ValueChain } from './value-chain.tsx'

/** A direction with every initiative in it. */
export function Direction({ found }: { found: DirectionPage }) {
  const t = useTranslations('directions.direction')
  const create = useTranslations('initiatives.create')
  const { partnership, title, summary, initiatives, alsoServing, indicators, contradictions } = found
  return (
    <>
      <PageHeader
        title={<RecordText text={title} isQuiet />}
        back={{ href: `/${partnership.code}/overview`, name: t('back') }}
      />
      <Page aside={<Known found={found} />}>
        {summary && (
          <p className="max-w-180 text-lead text-ink-2">
            <RecordText text={summary} />
          </p>
        )}
        <Totals found={found} />
        <Section title={t('initiatives')} count={initiatives.length}>
          <InitiativeTable name={t('initiatives')} initiatives={initiatives} partnership={partnership.code} />
          {found.mayCreate && (
            <div className="no-print pt-3">
              <ButtonLink href={`/${partnership.code}/initiatives/new?direction=${found.code}`}>
                {create('open')}
              </ButtonLink>
            </div>
          )}
        </Section>
        <ValueChain initiatives={initiatives} partnership={partnership.code} />
        {alsoServing.length > 0 && (
          <Section title={t('also-serving')} count={alsoServing.length}>
            <InitiativeTable
              name={t('also-serving')}
              initiatives={alsoServing}
              partnership={partnership.code}
            />
            <p className="pt-2 text-small text-ink-2">{t('also-serving-explained')}</p>
          </Section>
        )}
        {indicators.length > 0 && (
          <Section title={t('indicators')} count={indicators.length}>
            <IndicatorList indicators={indicators} partnership={partnership.code} />
          </Section>
        )}
        <Decided found={found} />
        {contradictions.length > 0 && (
          <Section title={t('contradictions')} count={contradictions.length}>
            <ul className="divide-y divide-line">
              {contradictions.map((contradiction) => (
                <li key={contradiction.position} className="py-3">
                  <Contradiction contradiction={contradiction} partnership={partnership.code} isAlone />
                </li>
              ))}
            </ul>
          </Section>
        )}
        <Sources sources={found.sources} partnership={partnership.code} />
      </Page>
    </>
  )
}

function Totals({ found: { rolled, nextDue, moved, code } }: { found: DirectionPage }) {
  const t = useTranslations('directions.direction')
  const language = useLocale()
  const slip = moved.directions.find((one) => one.code === code)?.median ?? null
  return (
    <div className="flex flex-col gap-2.5">
      <Figures>
        <Figure
          value={`${formatNumber(rolled.completed, language)} / ${formatNumber(rolled.all, language)}`}
          name={t('completed')}
        />
        <Figure value={formatNumber(rolled.overdue, language)} name={t('overdue')} tone="alarm" />
        <Figure value={formatNumber(rolled.noEvidence, language)} name={t('no-evidence')} tone="warn" />
        {slip !== null && <Figure value={formatSlip(slip, language)} name={t('median-slip')} />}
        {nextDue && <Figure value={formatDue(nextDue, language)} name={t('next-date')} />}
      </Figures>
      <div className="max-w-180">
        <RolledBar rolled={rolled} />
      </div>
      <ProgressOpened progress={rolled.progress} />
      {rolled.own > 0 && <p className="text-small text-ink-2">{t('own', { count: rolled.own })}</p>}
    </div>
  )
}

function Known({ found: { partnership, code, sectorCodes, sums, isAnchor } }: { found: DirectionPage }) {
  const t = useTranslations('directions.direction')
  const finance = useTranslations('finance.type')
  const language = useLocale()
  return (
    <>
      <Panel>
        <Facts>
          <Fact name={t('kind')}>{t(isAnchor ? 'anchor' : 'no-anchor')}</Fact>
          <Fact name={t('sectors')}>{sectorCodes.length === 0 ? <NotStated /> : sectorCodes.join(', ')}</Fact>
        </Facts>
        <Link
          href={`/${partnership.code}/regions?direction=${code}`}
          className="quiet-link mt-2 inline-block"
        >
          {t('on-the-map')}
        </Link>
      </Panel>
      <Panel title={t('money')}>
        {sums.length === 0 ? (
          <p className="text-ink-2">{t('no-money')}</p>
        ) : (
          <Facts>
            {sums.map(({ transactionType, currency, amount, records }) => (
              <Fact key={`${transactionType}${currency}`} name={finance(transactionType)}>
                <span className="font-medium">{formatMoney({ amount, currency }, language, 'compact')}</span>{' '}
                <span className="text-ink-2">{t('records', { count: records })}</span>
              </Fact>
            ))}
          </Facts>
        )}
        <p className="pt-2 text-small text-ink-2">{t('money-explained')}</p>
      </Panel>
    </>
  )
}
