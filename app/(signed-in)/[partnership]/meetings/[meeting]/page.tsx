import type { Metadata } from 'next'
import { Meeting } from '#components/meetings/meeting.tsx'
import { meetingPage } from '#lib/meetings/meeting.ts'
import { ask } from '#lib/runner/ask.ts'

export async function generateMetadata({
  params,
}: PageProps<'/[partnership]/meetings/[meeting]'>): Promise<Metadata> {
  const found = await ask(meetingPage, params)
  return { title: found.title.text }
}

export default async function MeetingPage({ params }: PageProps<'/[partnership]/meetings/[meeting]'>) {
  return <Meeting found={await ask(meetingPage, params)} />
}
