'use client'
import { Search } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useContext } from 'react'
import { OpenPalette } from '#components/search/palette.tsx'

/** Opens the palette; without JavaScript it leads to the page of the search. */
export function SearchBox() {
  const t = useTranslations('search')
  const open = useContext(OpenPalette)
  if (!open) return null
  return (
    <Link
      href="/search"
      onClick={(event) => {
        event.preventDefault()
        open()
      }}
      aria-keyshortcuts="Control+K Meta+K"
      className="no-print hidden h-8 w-62 flex-none items-center gap-2 rounded-field border border-line-2 bg-surface px-2.5 text-ink-2 hover:border-line-3 lg:flex"
    >
      <Search className="text-ink-3" />
      <span className="flex-1">{t('hint')}</span>
      <kbd className="rounded-small border border-line-2 bg-sunk px-1.5 font-sans text-tiny text-ink-2">
        Ctrl K
      </kbd>
    </Link>
  )
}
