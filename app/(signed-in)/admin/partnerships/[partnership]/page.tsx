import type { Metadata } from 'next'
import { AdministeredPartnership } from '#components/partnerships/administration.tsx'
import { partnershipAdministration } from '#lib/partnerships/administration.ts'
import { ask } from '#lib/runner/ask.ts'
import { attemptIn } from '#lib/runner/attempts.ts'
import { siteAddress } from '#lib/runner/site-address.ts'
import { wordIn } from '#lib/runner/word-in.ts'

type Props = PageProps<'/admin/partnerships/[partnership]'>

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { partnership } = await ask(partnershipAdministration, params, searchParams)
  return { title: partnership.title.text }
}

export default async function PartnershipPage({ params, searchParams }: Props) {
  const found = await ask(partnershipAdministration, params, searchParams)
  return (
    <AdministeredPartnership
      found={found}
      link={found.link === null ? null : new URL(found.link, await siteAddress()).href}
      opened={{
        act: await wordIn(searchParams, 'act'),
        direction: await wordIn(searchParams, 'direction'),
        side: await wordIn(searchParams, 'side'),
        attempt: await attemptIn(searchParams),
        done: await wordIn(searchParams, 'done'),
      }}
    />
  )
}
