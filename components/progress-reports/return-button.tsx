'use client'
import { useTranslations } from 'next-intl'
import { type MouseEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { CloseDialog } from '#components/ui/close-dialog.tsx'

/** Opens the form of a return in its own place, so that report and evidence stay in sight; R opens it while nobody
 *  types, Escape closes it. Without JavaScript it leads to `page`, where the form is open. */
export function ReturnButton({ page, children }: { page: string; children: ReactNode }) {
  const t = useTranslations('progress-reports.return')
  const [isOpen, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const opener = useRef<HTMLAnchorElement>(null)

  useEffect(() => {
    if (isOpen) box.current?.querySelector('textarea')?.focus()
  }, [isOpen])

  useEffect(() => {
    const byLetter = (event: KeyboardEvent) => {
      if (
        event.key.toLowerCase() !== 'r' ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        isTyping(event.target)
      )
        return
      event.preventDefault()
      setOpen(true)
    }
    document.addEventListener('keydown', byLetter)
    return () => document.removeEventListener('keydown', byLetter)
  }, [])

  function open(event: MouseEvent) {
    event.preventDefault()
    setOpen(true)
  }

  function close() {
    setOpen(false)
    setTimeout(() => opener.current?.focus())
  }

  if (!isOpen)
    return (
      <a
        ref={opener}
        href={page}
        role="button"
        aria-keyshortcuts="r"
        onClick={open}
        className="button"
        data-kind="danger"
        data-large
      >
        {t('open')}
        <kbd
          aria-hidden
          className="hidden rounded-small border border-current/40 px-1 font-sans text-tiny uppercase md:inline"
        >
          r
        </kbd>
      </a>
    )
  return (
    <div
      ref={box}
      className="flex w-full flex-col items-start gap-2 pt-2"
      onKeyDown={({ key }) => key === 'Escape' && close()}
    >
      <CloseDialog value={close}>{children}</CloseDialog>
    </div>
  )
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.closest('input, textarea, select, dialog, [contenteditable]') !== null
