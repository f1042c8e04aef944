'use client'
import { type ReactNode, useContext } from 'react'
import { CloseDialog } from './close-dialog.tsx'

/** Closes the dialog, or whatever opened around it, without sending anything. Draws nothing where nothing opened. */
export function CloseButton({ children }: { children: ReactNode }) {
  const close = useContext(CloseDialog)
  if (!close) return null
  return (
    <button type="button" onClick={close} className="button" data-kind="quiet">
      {children}
    </button>
  )
}
