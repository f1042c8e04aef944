import type { Metadata } from 'next'
import { AdministeredOrganisation } from '#components/organisations/administered.tsx'
import { administeredOrganisation } from '#lib/organisations/administered.ts'
import { ask } from '#lib/runner/ask.ts'
import { attemptIn } from '#lib/runner/attempts.ts'
import { wordIn } from '#lib/runner/word-in.ts'

type Props = PageProps<'/admin/organisations/[organisation]'>

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const found = await ask(administeredOrganisation, params, searchParams)
  return { title: found.name.text }
}

export default async function AdministeredOrganisationPage({ params, searchParams }: Props) {
  return (
    <AdministeredOrganisation
      found={await ask(administeredOrganisation, params, searchParams)}
      act={await wordIn(searchParams, 'act')}
      attempt={await attemptIn(searchParams)}
      done={await wordIn(searchParams, 'done')}
    />
  )
}
