import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Trade } from '#components/trade-figures/trade.tsx'
import { tradePage } from '#lib/trade-figures/trade.ts'
import { ask } from '#lib/runner/ask.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('trade-figures.trade')
  return { title: t('title') }
}

export default async function TradePage({ params }: PageProps<'/[partnership]/trade'>) {
  return <Trade found={await ask(tradePage, params)} />
}
