import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AcceptanceSteps } from '#components/acceptance-steps/list.tsx'
import { acceptanceStepList } from '#lib/acceptance-steps/list.ts'
import { ask } from '#lib/runner/ask.ts'
import { attemptIn } from '#lib/runner/attempts.ts'
import { wordIn } from '#lib/runner/word-in.ts'

type Props = PageProps<'/admin/acceptance-steps'>

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  await ask(acceptanceStepList, params, searchParams)
  const t = await getTranslations('acceptance-steps')
  return { title: t('title') }
}

export default async function AcceptanceStepsPage({ params, searchParams }: Props) {
  return (
    <AcceptanceSteps
      found={await ask(acceptanceStepList, params, searchParams)}
      act={await wordIn(searchParams, 'act')}
      attempt={await attemptIn(searchParams)}
      done={await wordIn(searchParams, 'done')}
    />
  )
}
