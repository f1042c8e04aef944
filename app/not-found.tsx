import { SearchX } from 'lucide-react'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '#components/ui/button.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('frame.not-found')
  return { title: t('title') }
}

/** Also what one gets who may not see a record: the two must not be told apart. */
export default async function NotFound() {
  const t = await getTranslations('frame.not-found')
  return (
    <main
      id="main"
      className="mx-auto flex min-h-dvh max-w-120 flex-col items-start justify-center gap-4 p-(--gutter)"
    >
      <SearchX className="size-6 text-ink-3" />
      <h1 className="text-head font-strong">{t('title')}</h1>
      <p className="text-lead text-ink-2">{t('what-to-do')}</p>
      <ButtonLink href="/" kind="main">
        {t('home')}
      </ButtonLink>
    </main>
  )
}
