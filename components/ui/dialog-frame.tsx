'use client'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, type RefObject, useCallback } from 'react'
import { CloseDialog } from './close-dialog.tsx'

/** What stands over the page. A <dialog>: the browser keeps the focus inside and gives it back, Escape closes. `titleId`:
 *  of the heading within `head`, which names it. A form inside closes it when it was sent. */
export function DialogFrame({
  dialog,
  titleId,
  head,
  onClose,
  children,
}: {
  dialog: RefObject<HTMLDialogElement | null>
  titleId: string
  head: ReactNode
  onClose?: () => void
  children: ReactNode
}) {
  const t = useTranslations('ui.dialog')
  const close = useCallback(() => dialog.current?.close(), [dialog])
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onClose={onClose}
      // A click on the ground around it lands on the dialog itself.
      onClick={({ target, currentTarget }) => target === currentTarget && close()}
      className="over m-auto w-full max-w-130 overflow-visible p-0 backdrop:bg-[oklch(0.15_0.02_250/0.45)] max-md:mx-0 max-md:mt-auto max-md:mb-0 max-md:max-w-none max-md:rounded-b-none"
    >
      <div className="max-h-[90dvh] overflow-y-auto p-5 pb-[calc(1.25rem+env(safe-area-inset-bottom))]">
        <div className="mb-4 flex items-start justify-between gap-4">
          {head}
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
  )
}
