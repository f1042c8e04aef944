'use client'
import { LoaderCircle } from 'lucide-react'
import { type ReactNode, useContext, useRef } from 'react'
import type { ButtonKind } from './button.tsx'
import { fieldId, FormState } from './form-state.tsx'
import { useLetter } from './use-letter.ts'

/** The one button that sends a form. While sending it keeps its width and focus; Form ignores a second
 *  press. Without JavaScript it is a plain button. `letter`: the key that presses it while nobody types. */
export function Submit({
  children,
  kind = 'main',
  isLarge = false,
  letter,
}: {
  children: ReactNode
  kind?: ButtonKind
  isLarge?: boolean
  letter?: string
}) {
  const { id, isSending, isWaiting } = useContext(FormState)
  const button = useRef<HTMLButtonElement>(null)

  useLetter(letter, () => button.current?.click())

  const isBusy = isSending || isWaiting
  return (
    <button
      ref={button}
      type="submit"
      id={fieldId(id, 'submit')}
      aria-disabled={isSending || undefined}
      aria-keyshortcuts={letter}
      data-kind={kind}
      data-large={isLarge || undefined}
      className="button relative"
    >
      <span className={`inline-flex items-center gap-1.5 ${isBusy ? 'opacity-0' : ''}`}>
        {children}
        {letter !== undefined && (
          <kbd
            aria-hidden
            className="hidden rounded-small border border-current/40 px-1 font-sans text-tiny uppercase md:inline"
          >
            {letter}
          </kbd>
        )}
      </span>
      {isBusy && <LoaderCircle className="absolute animate-spin" />}
    </button>
  )
}
