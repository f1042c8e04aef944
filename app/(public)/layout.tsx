import { Anchor } from 'lucide-react'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { LanguageMenu } from '#components/frame/language.tsx'

/** What stands around the pages that anybody reads. */
export default async function PublicLayout({ children }: LayoutProps<'/'>) {
  const t = await getTranslations('frame')
  return (
    <div className="mx-auto flex min-h-dvh max-w-300 flex-col px-(--gutter)">
      <a href="#main" className="skip-link">
        {t('skip')}
      </a>
      <header className="flex min-h-13.5 items-center justify-between gap-4 border-b border-line">
        <Link href="/" className="tap flex items-center gap-2.5 text-lead font-strong">
          <Anchor className="size-4.5! text-accent" />
          Langar
        </Link>
        <LanguageMenu opens="down" />
      </header>
      <main id="main" tabIndex={-1} className="flex-1 focus:outline-none">
        {children}
      </main>
    </div>
  )
}
