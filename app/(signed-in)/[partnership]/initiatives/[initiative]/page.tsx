import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Initiative } from '#components/initiatives/initiative.tsx'
import { initiativePage } from '#lib/initiatives/initiative.ts'
import { ask } from '#lib/runner/ask.ts'
import { wordIn } from '#lib/runner/word-in.ts'

type Props = PageProps<'/[partnership]/initiatives/[initiative]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { code, title } = await ask(initiativePage, params)
  return { title: `${code} ${title.text}` }
}

export default async function InitiativeRoute({ params, searchParams }: Props) {
  const found = await ask(initiativePage, params)
  const { partnership, initiative } = await params
  // The former code of what was released leads on.
  if (found.code !== initiative) redirect(`/${partnership}/initiatives/${found.code}`)
  return <Initiative found={found} done={await wordIn(searchParams, 'done')} />
}
