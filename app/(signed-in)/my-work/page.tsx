import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { MyWorkList } from '#components/milestones/my-work.tsx'
import { myWork } from '#lib/milestones/my-work.ts'
import { ask } from '#lib/runner/ask.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('milestones.my-work')
  return { title: t('title') }
}

export default async function MyWorkPage() {
  return <MyWorkList found={await ask(myWork)} />
}
