import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AdministeredOrganisationList } from '#components/organisations/administered-list.tsx'
import { administeredOrganisations } from '#lib/organisations/administered-list.ts'
import { ask } from '#lib/runner/ask.ts'
import { attemptIn } from '#lib/runner/attempts.ts'
import { wordIn } from '#lib/runner/word-in.ts'

type Props = PageProps<'/admin/organisations'>

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  await ask(administeredOrganisations, params, searchParams)
  const t = await getTranslations('organisations.administered')
  return { title: t('title') }
}

export default async function AdministeredOrganisationsPage({ params, searchParams }: Props) {
  return (
    <AdministeredOrganisationList
      found={await ask(administeredOrganisations, params, searchParams)}
      act={await wordIn(searchParams, 'act')}
      attempt={await attemptIn(searchParams)}
      done={await wordIn(searchParams, 'done')}
    />
  )
}
