import { useLocale, useTranslations } from 'next-intl'
import { countryName } from '#lib/format/country.ts'
import type { ShownTradeFigure } from '#lib/trade-figures/trade.ts'

/** What was counted: the turnover of both ways, or goods from one country to the other. */
export function Flow({ figure: { flow, from, to } }: { figure: ShownTradeFigure }) {
  const t = useTranslations('trade-figures.flow')
  const language = useLocale()
  if (from === null || to === null) return t(flow)
  return t('from-to', { flow: t(flow), from: countryName(from, language), to: countryName(to, language) })
}
