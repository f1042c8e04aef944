import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { SourceLinks } from '#components/sources/cited.tsx'
import { Panel } from '#components/ui/card.tsx'
import { Formula } from '#components/ui/formula.tsx'
import { formatPeriod } from '#lib/format/date.ts'
import { formatMoney } from '#lib/format/money.ts'
import { formatChange } from '#lib/format/percent.ts'
import type { TradeThen } from '#lib/partnerships/overview.ts'
import { changePercent } from '#lib/rules/figures.ts'

/** The trade that the programme began from: the change as reported, and beside it as computed. */
export function TradeAtTheStart({ trade, partnership }: { trade: TradeThen | null; partnership: string }) {
  const t = useTranslations('partnerships.trade')
  const language = useLocale()
  if (trade === null) return null
  const { startsOn, endsOn, value, currency, change, earlier, sources } = trade
  const money = (amount: string) => formatMoney({ amount, currency }, language, 'compact')
  const computed = earlier && changePercent(earlier.value, value)
  return (
    <Panel title={t('title', { period: formatPeriod(startsOn, endsOn, language) })}>
      <p className="text-head font-strong">{money(value)}</p>
      <p>{t('reported', { change: formatChange(change, language) })}</p>
      {earlier && computed && (
        <Formula
          question={t('computed', { change: formatChange(computed, language) })}
          formula={t('formula')}
          rows={[
            { key: 'then', name: t('a-year-before'), value: money(earlier.value) },
            { key: 'now', name: formatPeriod(startsOn, endsOn, language), value: money(value) },
          ]}
          result={{ name: t('change'), value: formatChange(computed, language) }}
        />
      )}
      <SourceLinks sources={sources} partnership={partnership} />
      <p>
        <Link href={`/${partnership}/trade`} className="link inline-block min-h-6 content-center">
          {t('all')}
        </Link>
      </p>
    </Panel>
  )
}
