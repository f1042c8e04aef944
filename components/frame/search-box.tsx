'use client'
import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { createContext, useContext, useEffect, useRef } from 'react'

/** Whether there is a page that searches; the frame says so. */
export const HasSearch = createContext(false)

/** A plain form to /search; Ctrl K (⌘ K) leads into it. Draws nothing where there is no search. */
export function SearchBox() {
  const t = useTranslations('ui.search')
  const isHere = useContext(HasSearch)
  const box = useRef<HTMLInputElement>(null)

  useEffect(() => {
    const focusByKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || !box.current) return
      event.preventDefault()
      box.current.focus()
    }
    document.addEventListener('keydown', focusByKey)
    return () => document.removeEventListener('keydown', focusByKey)
  }, [])

  if (!isHere) return null
  return (
    <form action="/search" role="search" className="relative hidden w-62 lg:block">
      <Search className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-ink-3" />
      <input
        ref={box}
        type="search"
        name="words"
        className="field pr-14 pl-8"
        placeholder={t('hint')}
        aria-label={t('title')}
      />
      <kbd className="pointer-events-none absolute top-1/2 right-2 -translate-y-1/2 rounded-small border border-line-2 bg-sunk px-1.5 font-sans text-tiny text-ink-2">
        Ctrl K
      </kbd>
    </form>
  )
}
