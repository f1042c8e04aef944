import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { People } from '#components/people/list.tsx'
import { peopleList } from '#lib/people/list.ts'
import { ask } from '#lib/runner/ask.ts'
import { attemptIn } from '#lib/runner/attempts.ts'
import { wordIn } from '#lib/runner/word-in.ts'

type Props = PageProps<'/admin/people'>

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  await ask(peopleList, params, searchParams)
  const t = await getTranslations('people.list')
  return { title: t('title') }
}

export default async function PeoplePage({ params, searchParams }: Props) {
  return (
    <People
      found={await ask(peopleList, params, searchParams)}
      act={await wordIn(searchParams, 'act')}
      attempt={await attemptIn(searchParams)}
    />
  )
}
