'use client'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useCallback, useId, useRef } from 'react'
import { CloseDialog } from './close-dialog.tsx'

/** A button and what it opens over the page. A <dialog>: the browser keeps the focus inside and gives it
 *  back, Escape closes. A form inside closes it when it was sent. What must work without JavaScript has a
 *  page of its own, whose address is `page`: there the button is a link. */
export function Dialog({
  button,
  buttonClass = 'button',
  kind,
  title,
  page,
  children,
}: {
  button: ReactNode
  buttonClass?: string
  kind?: 'main' | 'plain' | 'danger' | 'quiet'
  title: ReactNode
  page?: string
  children: ReactNode
}) {
  const t = useTranslations('ui.dialog')
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const close = useCallback(() => dialog.current?.close(), [])
  const opener = { className: buttonClass, 'data-kind': kind, 'aria-haspopup': 'dialog' as const }
  const open = (event: { preventDefault: () => void }) => {
    event.preventDefault()
    dialog.current?.showModal()
  }
  return (
    <>
      {page === undefined ? (
        <button type="button" onClick={open} {...opener}>
          {button}
        </button>
      ) : (
        <a href={page} role="button" onClick={open} {...opener}>
          {button}
        </a>
      )}
      <dialog
        ref={dialog}
        aria-labelledby={id}
        // A click on the ground around it lands on the dialog itself.
        onClick={({ target, currentTarget }) => target === currentTarget && close()}
        className="over m-auto w-full max-w-130 overflow-visible p-0 backdrop:bg-[oklch(0.15_0.02_250/0.45)] max-md:mx-0 max-md:mt-auto max-md:mb-0 max-md:max-w-none max-md:rounded-b-none"
      >
        <div className="max-h-[90dvh] overflow-y-auto p-5 pb-[calc(1.25rem+env(safe-area-inset-bottom))]">
          <div className="mb-4 flex items-start justify-between gap-4">
            <h2 id={id} className="text-title font-strong">
              {title}
            </h2>
            <button
              type="button"
              aria-label={t('close')}
              onClick={close}
              className="button -mt-1 -mr-2 min-w-(--control) px-1"
              data-kind="quiet"
            >
              <X className="size-4.5" />
            </button>
          </div>
          <CloseDialog value={close}>{children}</CloseDialog>
        </div>
      </dialog>
    </>
  )
}
