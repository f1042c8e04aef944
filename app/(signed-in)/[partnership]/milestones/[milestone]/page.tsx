import type { Metadata } from 'next'
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
  return (
    <Milestone
      found={await ask(milestonePage, params)}
      act={await wordIn(searchParams, 'act')}
      attempt={await attemptIn(searchParams)}
      done={await wordIn(searchParams, 'done')}
    />
  )
}
