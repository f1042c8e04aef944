import type { Metadata } from 'next'
import { Overview } from '#components/partnerships/overview.tsx'
import { partnershipOverview } from '#lib/partnerships/overview.ts'
import { ask } from '#lib/runner/ask.ts'

export async function generateMetadata({ params }: PageProps<'/[partnership]/overview'>): Promise<Metadata> {
  const { partnership } = await ask(partnershipOverview, params)
  return { title: partnership.title.text }
}

export default async function OverviewPage({ params }: PageProps<'/[partnership]/overview'>) {
  return <Overview overview={await ask(partnershipOverview, params)} />
}
