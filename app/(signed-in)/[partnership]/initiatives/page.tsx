import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Initiatives } from '#components/initiatives/list.tsx'
import { initiativeList } from '#lib/initiatives/list.ts'
import { ask } from '#lib/runner/ask.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('initiatives.list')
  return { title: t('title') }
}

export default async function InitiativesPage({
  params,
  searchParams,
}: PageProps<'/[partnership]/initiatives'>) {
  return <Initiatives found={await ask(initiativeList, params, searchParams)} />
}
