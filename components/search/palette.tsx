'use client'
import { CornerDownLeft, Search } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import {
  createContext,
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react'
import { fold } from '#lib/rules/fold.ts'
import { searchLength } from '#lib/rules/limits.ts'
import { addressOf } from './address.ts'
import { Found } from './found.tsx'
import { useFound } from './use-found.ts'

/** A page that can be gone to by its name. */
export type Place = { href: string; name: string; partnership: string | null }

/** Opens the palette; null where nobody is signed in. */
export const OpenPalette = createContext<(() => void) | null>(null)

/** Gives what is drawn inside a palette to open, which Ctrl K (⌘ K) opens everywhere. */
export function WithPalette({ places, children }: { places: readonly Place[]; children: ReactNode }) {
  const t = useTranslations('search')
  const dialog = useRef<HTMLDialogElement>(null)
  const [isOpen, setOpen] = useState(false)
  const open = useCallback(() => {
    setOpen(true)
    // Not showModal(), which takes as long as there are cards on a board. Nothing within but the field takes the focus.
    dialog.current?.show()
  }, [])
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape' && event.key !== 'Tab') return
    event.preventDefault()
    if (event.key === 'Escape') dialog.current?.close()
  }
  useEffect(() => {
    const openByKey = (event: globalThis.KeyboardEvent) => {
      // By the key's place as well: on a Cyrillic or Korean keyboard it writes another letter.
      if ((event.key.toLowerCase() !== 'k' && event.code !== 'KeyK') || !(event.ctrlKey || event.metaKey))
        return
      event.preventDefault()
      if (!document.querySelector('dialog[open]')) open()
    }
    document.addEventListener('keydown', openByKey)
    return () => document.removeEventListener('keydown', openByKey)
  }, [open])
  return (
    <OpenPalette value={open}>
      {children}
      {isOpen && (
        <div
          onClick={() => dialog.current?.close()}
          className="fixed inset-0 z-50 bg-[oklch(0.15_0.02_250/0.45)]"
        />
      )}
      <dialog
        ref={dialog}
        aria-modal="true"
        aria-label={t('title')}
        onClose={() => setOpen(false)}
        onKeyDown={onKeyDown}
        className="over fixed top-0 z-50 mx-auto mt-[10dvh] mb-auto w-full max-w-150 overflow-hidden p-0 max-md:mt-2"
      >
        {isOpen && <Palette places={places} onDone={() => dialog.current?.close()} />}
      </dialog>
    </OpenPalette>
  )
}

const shownPlaces = 6

/** One field; below it the pages and records that it leads to. Arrows choose, Enter goes, Escape closes. Enter before the
 *  answer is there goes to the first that it has, not to one that stands there from what was typed before. */
function Palette({ places, onDone }: { places: readonly Place[]; onDone: () => void }) {
  const t = useTranslations('search')
  const router = useRouter()
  const id = useId()
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState(0)
  const [isAwaited, setAwaited] = useState(false)
  const { results, isLooking, hasFailed } = useFound(words)
  const typed = fold(words.trim())
  const named = places.filter(({ name }) => fold(name).includes(typed)).slice(0, shownPlaces)
  const options = [
    ...named.map((place) => ({ href: place.href, shown: <PlaceName place={place} /> })),
    ...results.map((result) => ({ href: addressOf(result), shown: <Found result={result} /> })),
  ]
  const now = Math.min(chosen, options.length - 1)

  function go(href: string) {
    onDone()
    router.push(href)
  }

  const option = options[now]
  useEffect(() => {
    if (!isAwaited || isLooking) return
    setAwaited(false)
    if (option) go(option.href)
  }, [isAwaited, isLooking])

  function onKeyDown(event: KeyboardEvent) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && options.length > 0) {
      event.preventDefault()
      const to = (now + step + options.length) % options.length
      setChosen(to)
      document.getElementById(`${id}-${to}`)?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      if (isLooking && chosen === 0 && named.length === 0) setAwaited(true)
      else if (option) go(option.href)
    }
  }

  const said =
    typed.length < searchLength.min || isLooking
      ? ''
      : hasFailed
        ? t('failed')
        : options.length === 0
          ? t('none', { words: words.trim() })
          : t('count', { count: options.length })
  return (
    <search>
      <div className="flex items-center gap-2.5 border-b border-line px-3.5">
        <Search className="text-ink-3" />
        <input
          type="search"
          role="combobox"
          autoFocus
          aria-label={t('words')}
          aria-expanded={options.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={options[now] && `${id}-${now}`}
          aria-autocomplete="list"
          placeholder={t('hint')}
          value={words}
          maxLength={searchLength.max}
          onChange={({ currentTarget }) => {
            setWords(currentTarget.value)
            setChosen(0)
            setAwaited(false)
          }}
          onKeyDown={onKeyDown}
          className="min-h-12 w-full bg-transparent text-lead focus:outline-none"
        />
      </div>
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={t('title')}
        className="max-h-[60dvh] overflow-y-auto p-1.5 empty:hidden"
      >
        {options.map(({ href, shown }, at) => (
          <div
            key={`${at} ${href}`}
            id={`${id}-${at}`}
            role="option"
            tabIndex={-1}
            aria-selected={at === now}
            onClick={() => go(href)}
            onPointerMove={() => setChosen(at)}
            className="flex cursor-pointer items-center gap-3 rounded-small px-2.5 py-2 aria-selected:bg-accent-soft"
          >
            <span className="min-w-0 flex-1">{shown}</span>
            {at === now && <CornerDownLeft className="text-ink-3" />}
          </div>
        ))}
      </div>
      <p role="status" className={options.length > 0 ? 'sr-only' : 'px-4 py-3 text-ink-2 empty:hidden'}>
        {said}
      </p>
    </search>
  )
}

function PlaceName({ place: { name, partnership } }: { place: Place }) {
  return (
    <>
      <span className="font-medium">{name}</span>
      {partnership !== null && <span className="ml-2 text-small text-ink-2">{partnership}</span>}
    </>
  )
}
