import type { Metadata } from 'next'
import { Initiative } from '#components/initiatives/initiative.tsx'
import { initiativePage } from '#lib/initiatives/initiative.ts'
import { ask } from '#lib/runner/ask.ts'

type Props = PageProps<'/[partnership]/initiatives/[initiative]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { code, title } = await ask(initiativePage, params)
  return { title: `${code} ${title.text}` }
}

export default async function InitiativeRoute({ params }: Props) {
  return <Initiative found={await ask(initiativePage, params)} />
}
