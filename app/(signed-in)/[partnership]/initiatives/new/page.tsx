import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CreateInitiative } from '#components/initiatives/create.tsx'
import { blankInitiative } from '#lib/initiatives/blank.ts'
import { ask } from '#lib/runner/ask.ts'
import { attemptIn } from '#lib/runner/attempts.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('initiatives.create')
  return { title: t('title') }
}

export default async function NewInitiativePage({
  params,
  searchParams,
}: PageProps<'/[partnership]/initiatives/new'>) {
  return (
    <CreateInitiative
      found={await ask(blankInitiative, params, searchParams)}
      attempt={await attemptIn(searchParams)}
    />
  )
}
