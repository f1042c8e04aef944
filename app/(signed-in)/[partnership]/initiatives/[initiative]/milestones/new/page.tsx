import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CreateMilestone } from '#components/milestones/create.tsx'
import { blankMilestone } from '#lib/milestones/blank.ts'
import { ask } from '#lib/runner/ask.ts'
import { attemptIn } from '#lib/runner/attempts.ts'

type Props = PageProps<'/[partnership]/initiatives/[initiative]/milestones/new'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { initiative } = await ask(blankMilestone, params)
  const t = await getTranslations('milestones.create')
  return { title: `${t('title')} · ${initiative.code}` }
}

export default async function NewMilestonePage({ params, searchParams }: Props) {
  return <CreateMilestone found={await ask(blankMilestone, params)} attempt={await attemptIn(searchParams)} />
}
