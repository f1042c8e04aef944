'use client'
import { LoaderCircle } from 'lucide-react'
import { type ReactNode, useContext } from 'react'
import type { ButtonKind } from './button.tsx'
import { FormState } from './form-state.tsx'

/** The one button that sends a form. While sending it keeps its width and focus; Form ignores a second press. Without JavaScript it is a
 *  plain button. `name` and `value` go along when this is the one pressed; `door`: another address than the form's. */
export function Submit({
  children,
  kind = 'main',
  name,
  value,
  door,
  isLarge = false,
  shortcut,
}: {
  children: ReactNode
  kind?: ButtonKind
  name?: string
  value?: string
  door?: string
  isLarge?: boolean
  shortcut?: string
}) {
  const { isSending, isWaiting } = useContext(FormState)
  return (
    <button
      type="submit"
      name={name}
      value={value}
      formAction={door}
      aria-disabled={isSending || undefined}
      aria-keyshortcuts={shortcut}
      data-kind={kind}
      data-large={isLarge || undefined}
      className="button relative"
    >
      <span className={`inline-flex items-center gap-1.5 ${isSending || isWaiting ? 'opacity-0' : ''}`}>{children}</span>
      {(isSending || isWaiting) && <LoaderCircle className="absolute animate-spin" />}
    </button>
  )
}
