import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Contradictions } from '#components/facts/contradictions.tsx'
import { contradictionsPage } from '#lib/facts/contradictions.ts'
import { ask } from '#lib/runner/ask.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('facts.contradictions')
  return { title: t('title') }
}

export default async function ContradictionsPage({ params }: PageProps<'/[partnership]/contradictions'>) {
  return <Contradictions found={await ask(contradictionsPage, params)} />
}
