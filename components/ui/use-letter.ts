'use client'
import { useEffect, useEffectEvent } from 'react'
import { useLettersOn } from './letters.ts'

/** A letter that does something while nobody types and no dialog is open; the letter, if it does. By the key's place as well:
 *  on a Cyrillic or Korean keyboard it writes another letter. A key held down does it once. */
export function useLetter(letter: string | undefined, press: () => void): string | undefined {
  const active = useLettersOn() ? letter : undefined
  const pressed = useEffectEvent(press)
  useEffect(() => {
    if (active === undefined) return undefined
    const onKeyDown = (event: KeyboardEvent) => {
      const isIt = event.key.toLowerCase() === active || event.code === `Key${active.toUpperCase()}`
      if (!isIt || event.repeat || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return
      event.preventDefault()
      pressed()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [active])
  return active
}

const isTyping = (target: EventTarget | null) =>
  target instanceof Element && target.closest('input, textarea, select, dialog, [contenteditable]') !== null
