import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ChangeMilestone } from '#components/milestones/change.tsx'
import { keptMilestone } from '#lib/milestones/kept.ts'
import { ask } from '#lib/runner/ask.ts'
import { attemptIn } from '#lib/runner/attempts.ts'

type Props = PageProps<'/[partnership]/milestones/[milestone]/change'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { milestone } = await ask(keptMilestone, params)
  const t = await getTranslations('milestones.change')
  return { title: `${t('title')} · ${milestone.code}` }
}

export default async function ChangeMilestonePage({ params, searchParams }: Props) {
  return <ChangeMilestone found={await ask(keptMilestone, params)} attempt={await attemptIn(searchParams)} />
}
