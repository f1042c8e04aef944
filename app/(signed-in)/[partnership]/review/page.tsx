import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Review } from '#components/progress-reports/review.tsx'
import { reviewQueue } from '#lib/progress-reports/review.ts'
import { ask } from '#lib/runner/ask.ts'
import { attemptIn } from '#lib/runner/attempts.ts'
import { wordIn } from '#lib/runner/word-in.ts'

type Props = PageProps<'/[partnership]/review'>

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  await ask(reviewQueue, params, searchParams)
  const t = await getTranslations('progress-reports.review')
  return { title: t('title') }
}

export default async function ReviewPage({ params, searchParams }: Props) {
  return (
    <Review
      found={await ask(reviewQueue, params, searchParams)}
      act={await wordIn(searchParams, 'act')}
      attempt={await attemptIn(searchParams)}
      done={await wordIn(searchParams, 'done')}
    />
  )
}
