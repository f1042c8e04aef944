import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Partnerships } from '#components/partnerships/administered.tsx'
import { administeredPartnerships } from '#lib/partnerships/administered.ts'
import { ask } from '#lib/runner/ask.ts'
import { attemptIn } from '#lib/runner/attempts.ts'

type Props = PageProps<'/admin/partnerships'>

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  await ask(administeredPartnerships, params, searchParams)
  const t = await getTranslations('partnerships.administered')
  return { title: t('title') }
}

export default async function PartnershipsPage({ params, searchParams }: Props) {
  return (
    <Partnerships
      found={await ask(administeredPartnerships, params, searchParams)}
      attempt={await attemptIn(searchParams)}
    />
  )
}
