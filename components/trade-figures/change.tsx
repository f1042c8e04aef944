import { useLocale, useTranslations } from 'next-intl'
import { Formula } from '#components/ui/formula.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { formatPeriod } from '#lib/format/date.ts'
import { formatMoney } from '#lib/format/money.ts'
import { formatChange } from '#lib/format/percent.ts'
import { changePercent, compareChange } from '#lib/rules/figures.ts'
import type { ShownTradeFigure } from '#lib/trade-figures/trade.ts'

/** The change on a year before as the publisher has it, and Langar's own beside it where the same reporter published the
 *  earlier figure too; where the two differ, that is said. */
export function Change({ figure }: { figure: ShownTradeFigure }) {
  const t = useTranslations('trade-figures.change')
  const language = useLocale()
  const { change, earlier, value } = figure
  const computed = earlier && value !== null ? changePercent(earlier.value, value) : null
  if (change === null && computed === null)
    return <p className="text-ink-3 md:text-end">{t('not-reported')}</p>
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-0.5 md:flex-col md:items-end">
      <p className="flex flex-wrap items-baseline gap-x-1.5 md:justify-end">
        {change === null ? (
          <span className="text-ink-3">{t('not-reported')}</span>
        ) : (
          <span>
            {formatChange(change, language)} <span className="text-small text-ink-2">{t('reported')}</span>
          </span>
        )}
        {differs(figure) && <Tag tone="warn">{t('differs')}</Tag>}
      </p>
      {computed !== null ? (
        <div className="min-w-0 has-[[open]]:basis-full">
          <Computed figure={figure} computed={computed} />
        </div>
      ) : (
        <p className="text-small text-ink-3">{t('not-computable')}</p>
      )}
    </div>
  )
}

/** Does the publisher's change differ from the one that its own two figures give, to the places that it gave? */
export function differs({ change, earlier, value }: ShownTradeFigure) {
  return (
    change !== null &&
    earlier !== null &&
    value !== null &&
    compareChange(change, earlier.value, value).agrees === false
  )
}

function Computed({
  figure: { earlier, value, currency, startsOn, endsOn, inferred },
  computed,
}: {
  figure: ShownTradeFigure
  computed: string
}) {
  const t = useTranslations('trade-figures.change')
  const language = useLocale()
  if (!earlier || value === null || currency === null) return null
  const money = (amount: string) => formatMoney({ amount, currency }, language, 'compact')
  const row = (from: string, to: string, amount: string, isInferred: boolean) => ({
    key: from,
    name: formatPeriod(from, to, language),
    value: isInferred ? t('inferred', { value: money(amount) }) : money(amount),
  })
  return (
    <Formula
      question={t('computed', { change: formatChange(computed, language) })}
      formula={t('formula')}
      rows={[
        row(earlier.startsOn, earlier.endsOn, earlier.value, earlier.inferred),
        row(startsOn, endsOn, value, inferred),
      ]}
      result={{ name: t('result'), value: formatChange(computed, language) }}
    />
  )
}
