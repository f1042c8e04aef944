import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Organisations } from '#components/organisations/list.tsx'
import { organisationList } from '#lib/organisations/list.ts'
import { ask } from '#lib/runner/ask.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('organisations.list')
  return { title: t('title') }
}

export default async function OrganisationsPage({
  params,
  searchParams,
}: PageProps<'/[partnership]/organisations'>) {
  return <Organisations found={await ask(organisationList, params, searchParams)} />
}
