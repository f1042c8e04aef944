import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Milestone } from '#components/milestones/milestone.tsx'
import { milestonePage } from '#lib/milestones/milestone.ts'
import { ask } from '#lib/runner/ask.ts'
import { attemptIn } from '#lib/runner/attempts.ts'
import { wordIn } from '#lib/runner/word-in.ts'

type Props = PageProps<'/[partnership]/milestones/[milestone]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { milestone } = await ask(milestonePage, params)
  return { title: `${milestone.code} ${milestone.title.text}` }
}

export default async function MilestonePage({ params, searchParams }: Props) {
  const found = await ask(milestonePage, params)
  const { partnership, milestone } = await params
  // The former code of what was released leads on.
  if (found.milestone.code !== milestone) redirect(`/${partnership}/milestones/${found.milestone.code}`)
  return (
    <Milestone
      found={found}
      act={await wordIn(searchParams, 'act')}
      attempt={await attemptIn(searchParams)}
      done={await wordIn(searchParams, 'done')}
    />
  )
}
