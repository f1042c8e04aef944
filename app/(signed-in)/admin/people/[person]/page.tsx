import type { Metadata } from 'next'
import { Person } from '#components/people/person.tsx'
import { personPage } from '#lib/people/person.ts'
import { ask } from '#lib/runner/ask.ts'
import { attemptIn } from '#lib/runner/attempts.ts'
import { siteAddress } from '#lib/runner/site-address.ts'
import { wordIn } from '#lib/runner/word-in.ts'

type Props = PageProps<'/admin/people/[person]'>

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const found = await ask(personPage, params, searchParams)
  return { title: found.name }
}

export default async function PersonPage({ params, searchParams }: Props) {
  const found = await ask(personPage, params, searchParams)
  return (
    <Person
      found={found}
      linkAddress={found.link && new URL(found.link.path, await siteAddress()).href}
      act={await wordIn(searchParams, 'act')}
      attempt={await attemptIn(searchParams)}
      done={await wordIn(searchParams, 'done')}
    />
  )
}
