'use client'
import { LoaderCircle } from 'lucide-react'
import { type ReactNode, useContext, useRef } from 'react'
import type { ButtonKind } from './button.tsx'
import { fieldId, FormState } from './form-state.tsx'
import { LetterMark } from './letter-mark.tsx'
import { useLetter } from './use-letter.ts'

/** The one button that sends a form. While sending it keeps its width and focus; Form ignores a second
 *  press. Without JavaScript it is a plain button. `letter`: the key that presses it while nobody types. `isOff`: there is
 *  nothing to send now; it stays where it is, with the focus. */
export function Submit({
  children,
  kind = 'main',
  isLarge = false,
  isOff = false,
  letter,
}: {
  children: ReactNode
  kind?: ButtonKind
  isLarge?: boolean
  isOff?: boolean
  letter?: string
}) {
  const { id, isSending, isWaiting } = useContext(FormState)
  const button = useRef<HTMLButtonElement>(null)

  const active = useLetter(letter, () => button.current?.click())

  const isBusy = isSending || isWaiting
  return (
    <button
      ref={button}
      type={isOff ? 'button' : 'submit'}
      id={fieldId(id, 'submit')}
      aria-disabled={isSending || isOff || undefined}
      aria-keyshortcuts={active}
      data-kind={kind}
      data-large={isLarge || undefined}
      className="button relative"
    >
      <span className={`inline-flex items-center gap-1.5 ${isBusy ? 'opacity-0' : ''}`}>
        {children}
        <LetterMark letter={active} />
      </span>
      {isBusy && <LoaderCircle className="absolute animate-spin" />}
    </button>
  )
}
