import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Agreements } from '#components/agreements/list.tsx'
import { agreementList } from '#lib/agreements/list.ts'
import { ask } from '#lib/runner/ask.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('agreements.list')
  return { title: t('title') }
}

export default async function AgreementsPage({
  params,
  searchParams,
}: PageProps<'/[partnership]/agreements'>) {
  return <Agreements found={await ask(agreementList, params, searchParams)} />
}
