import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { History } from '#components/progress-reports/history.tsx'
import { reportHistory } from '#lib/progress-reports/history.ts'
import { ask } from '#lib/runner/ask.ts'
import { attemptIn } from '#lib/runner/attempts.ts'

type Props = PageProps<'/[partnership]/milestones/[milestone]/progress-reports'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { milestone } = await ask(reportHistory, params)
  const t = await getTranslations('progress-reports.history')
  return { title: `${t('title')} · ${milestone.code}` }
}

export default async function ProgressReportsPage({ params, searchParams }: Props) {
  return <History found={await ask(reportHistory, params)} attempt={await attemptIn(searchParams)} />
}
