import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SearchPage } from '#components/search/results.tsx'
import { ask } from '#lib/runner/ask.ts'
import { searchResults } from '#lib/search/results.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('search')
  return { title: t('title') }
}

export default async function ResultsPage({ params, searchParams }: PageProps<'/search'>) {
  return <SearchPage found={await ask(searchResults, params, searchParams)} />
}
