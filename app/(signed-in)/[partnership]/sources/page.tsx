import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SourcesList } from '#components/sources/list.tsx'
import { sourceList } from '#lib/sources/list.ts'
import { ask } from '#lib/runner/ask.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('sources.list')
  return { title: t('title') }
}

export default async function SourcesListPage({ params, searchParams }: PageProps<'/[partnership]/sources'>) {
  return <SourcesList found={await ask(sourceList, params, searchParams)} />
}
