'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { CloseDialog } from '#components/ui/close-dialog.tsx'
import { LetterMark } from '#components/ui/letter-mark.tsx'
import { Opener } from '#components/ui/opener.tsx'
import { useLetter } from '#components/ui/use-letter.ts'

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

  const letter = useLetter('r', () => setOpen(true))

  function close() {
    setOpen(false)
    setTimeout(() => opener.current?.focus())
  }

  if (!isOpen)
    return (
      <Opener
        ref={opener}
        page={page}
        open={() => setOpen(true)}
        aria-keyshortcuts={letter}
        className="button"
        data-kind="danger"
        data-large
      >
        {t('open')}
        <LetterMark letter={letter} />
      </Opener>
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
