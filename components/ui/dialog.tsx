'use client'
import { type ReactNode, useId, useRef } from 'react'
import { DialogFrame } from './dialog-frame.tsx'
import { Opener } from './opener.tsx'

/** A button and what it opens over the page. What must work without JavaScript has a page of its own, whose address is
 *  `page`: there the button is a link. */
export function Dialog({
  button,
  kind,
  title,
  page,
  children,
}: {
  button: ReactNode
  kind?: 'main' | 'plain' | 'danger' | 'quiet'
  title: ReactNode
  page?: string
  children: ReactNode
}) {
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const opener = { className: 'button', 'data-kind': kind, 'aria-haspopup': 'dialog' as const }
  const open = () => dialog.current?.showModal()
  return (
    <>
      {page === undefined ? (
        <button type="button" onClick={open} {...opener}>
          {button}
        </button>
      ) : (
        <Opener page={page} open={open} {...opener}>
          {button}
        </Opener>
      )}
      <DialogFrame
        dialog={dialog}
        titleId={id}
        head={
          <h2 id={id} className="text-title font-strong">
            {title}
          </h2>
        }
      >
        {children}
      </DialogFrame>
    </>
  )
}
