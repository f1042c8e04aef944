import { useLocale, useTranslations } from 'next-intl'
import { Fragment } from 'react'
import { Contradiction } from '#components/facts/contradiction.tsx'
import { Inferred, Own, Remark, SharedCount } from '#components/facts/marks.tsx'
import { PageHeader } from '#components/frame/page-header.tsx'
import { SourceLinks } from '#components/sources/cited.tsx'
import { Lines, Panel } from '#components/ui/card.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { Flag } from '#components/ui/flag.tsx'
import { Page, Section } from '#components/ui/page.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { formatPeriod } from '#lib/format/date.ts'
import { formatMoney } from '#lib/format/money.ts'
import { formatPercent } from '#lib/format/percent.ts'
import type { ShownTradeFigure, TradePage } from '#lib/trade-figures/trade.ts'
import { Change, differs } from './change.tsx'
import { isWholeYear, TurnoverChart } from './chart.tsx'
import { Flow } from './flow.tsx'
import { Reporter, sideOf } from './reporter.tsx'

/** Trade as everybody who reported it has it, with Langar's own change beside the reported one. */
export function Trade({ found: { partnership, figures, contradictions } }: { found: TradePage }) {
  const t = useTranslations('trade-figures.trade')
  const language = useLocale()
  const differing = figures.filter(differs)
  const wholeYears = figures.filter(isWholeYear)
  const parts = figures.filter((figure) => !isWholeYear(figure))
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('count', { count: figures.length })} />
      <Page
        aside={
          contradictions.length > 0 && (
            <Panel title={t('disagree')} count={contradictions.length}>
              <Lines>
                {contradictions.map((contradiction) => (
                  <li key={contradiction.position} id={`contradiction-${contradiction.position}`}>
                    <Contradiction contradiction={contradiction} partnership={partnership.code} />
                  </li>
                ))}
              </Lines>
            </Panel>
          )
        }
      >
        {figures.length === 0 ? (
          <Empty title={t('none')} />
        ) : (
          <>
            <div className="flex max-w-180 flex-col gap-1.5">
              <p className="text-ink-2">{t('explain')}</p>
              {differing.length > 0 && (
                <p>
                  {t('differing')}{' '}
                  {differing.map((figure, at) => (
                    <Fragment key={figure.code}>
                      {at > 0 && ', '}
                      <a href={`#${figure.code}`} className="link">
                        {formatPeriod(figure.startsOn, figure.endsOn, language)}
                      </a>
                    </Fragment>
                  ))}
                </p>
              )}
            </div>
            <TurnoverChart figures={figures} sides={partnership.sides} />
            <FiguresOf title={t('whole-years')} figures={wholeYears} partnership={partnership} />
            <FiguresOf title={t('parts')} figures={parts} partnership={partnership} />
          </>
        )}
      </Page>
    </>
  )
}

/** On a phone each row is drawn in two columns; the roles keep it a table for readers of the screen. */
function FiguresOf({
  title,
  figures,
  partnership,
}: {
  title: string
  figures: readonly ShownTradeFigure[]
  partnership: TradePage['partnership']
}) {
  const t = useTranslations('trade-figures.trade')
  if (figures.length === 0) return null
  return (
    <Section title={title} count={<SharedCount of={figures} />}>
      <table role="table" aria-label={title} className="table max-md:block">
        <thead role="rowgroup" className="max-md:sr-only">
          <tr role="row">
            <th role="columnheader" scope="col">
              {t('period')}
            </th>
            <th role="columnheader" scope="col">
              {t('reported-by')}
            </th>
            <th role="columnheader" scope="col" data-align="end">
              {t('value')}
            </th>
            <th role="columnheader" scope="col" data-align="end">
              {t('change')}
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup" className="max-md:block">
          {figures.map((figure) => (
            <Row key={figure.code} figure={figure} partnership={partnership} />
          ))}
        </tbody>
      </table>
    </Section>
  )
}

const cell = 'max-md:h-auto! max-md:border-0! max-md:p-0! align-top!'

function Row({
  figure,
  partnership: { code: partnership, sides },
}: {
  figure: ShownTradeFigure
  partnership: TradePage['partnership']
}) {
  const t = useTranslations('trade-figures.trade')
  const language = useLocale()
  const { code, startsOn, endsOn, inferred, own, note, contradictions, sources } = figure
  return (
    <tr
      role="row"
      id={code}
      className="target:bg-accent-soft max-md:grid max-md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)] max-md:gap-x-4 max-md:gap-y-1 max-md:border-b max-md:border-line max-md:py-3"
    >
      <th role="rowheader" scope="row" className={`${cell} md:w-36`}>
        <span className="block">{formatPeriod(startsOn, endsOn, language)}</span>
        <span className="block text-small font-normal text-ink-2">
          <Flow figure={figure} />
        </span>
      </th>
      <td role="cell" className={`${cell} max-md:col-span-2 max-md:row-start-2`}>
        <span className="flex items-start gap-1.5">
          <Flag code={sideOf(figure, sides)} className="mt-1 size-4" />
          <span className="min-w-0">
            <Reporter figure={figure} partnership={partnership} />
            <span className="flex flex-wrap gap-x-1.5 gap-y-0.5 empty:hidden">
              {inferred && <Inferred />}
              {own && <Own />}
              {contradictions.map((position) => (
                <a
                  key={position}
                  href={`#contradiction-${position}`}
                  className="inline-block min-h-6 content-center"
                >
                  <Tag tone="warn">{t('contradicted')}</Tag>
                </a>
              ))}
            </span>
            {note !== null && (
              <span className="block text-small">
                <Remark>{note}</Remark>
              </span>
            )}
            <SourceLinks sources={sources} partnership={partnership} />
          </span>
        </span>
      </td>
      <td role="cell" data-align="end" className={`${cell} max-md:col-start-2 max-md:row-start-1`}>
        <Value figure={figure} />
      </td>
      <td role="cell" className={`${cell} max-md:col-span-2 max-md:row-start-3 md:w-56`}>
        <Change figure={figure} />
      </td>
    </tr>
  )
}

function Value({ figure: { value, currency, share, flow } }: { figure: ShownTradeFigure }) {
  const t = useTranslations('trade-figures.trade')
  const language = useLocale()
  return (
    <>
      {value === null || currency === null ? (
        <span className="text-ink-3">{t('no-value')}</span>
      ) : (
        formatMoney({ amount: value, currency }, language, 'compact')
      )}
      {share !== null && (
        <span className="block text-small text-ink-2">
          {t('share', { flow, share: formatPercent(share, language) })}
        </span>
      )}
    </>
  )
}
