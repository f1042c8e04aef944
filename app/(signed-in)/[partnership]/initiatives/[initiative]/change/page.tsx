import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ChangeInitiative } from '#components/initiatives/change.tsx'
import { keptInitiative } from '#lib/initiatives/kept.ts'
import { ask } from '#lib/runner/ask.ts'
import { attemptIn } from '#lib/runner/attempts.ts'

type Props = PageProps<'/[partnership]/initiatives/[initiative]/change'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { initiative } = await ask(keptInitiative, params)
  const t = await getTranslations('initiatives.change')
  return { title: `${t('title')} · ${initiative.code}` }
}

export default async function ChangeInitiativePage({ params, searchParams }: Props) {
  const { act } = await searchParams
  return (
    <ChangeInitiative
      found={await ask(keptInitiative, params)}
      attempt={await attemptIn(searchParams)}
      isReleasing={act === 'release'}
    />
  )
}
