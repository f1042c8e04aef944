import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Meetings } from '#components/meetings/list.tsx'
import { meetingList } from '#lib/meetings/list.ts'
import { ask } from '#lib/runner/ask.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('meetings.list')
  return { title: t('title') }
}

export default async function MeetingsPage({ params, searchParams }: PageProps<'/[partnership]/meetings'>) {
  return <Meetings found={await ask(meetingList, params, searchParams)} />
}
