'use client'
import { useEffect, useEffectEvent } from 'react'

/** A letter that does something while nobody types and no dialog is open. By the key's place as well: on a Cyrillic or Korean
 *  keyboard it writes another letter. A key held down does it once. */
export function useLetter(letter: string | undefined, press: () => void) {
  const pressed = useEffectEvent(press)
  useEffect(() => {
    if (letter === undefined) return undefined
    const onKeyDown = (event: KeyboardEvent) => {
      const isIt = event.key.toLowerCase() === letter || event.code === `Key${letter.toUpperCase()}`
      if (!isIt || event.repeat || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return
      event.preventDefault()
      pressed()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [letter])
}

const isTyping = (target: EventTarget | null) =>
  target instanceof Element && target.closest('input, textarea, select, dialog, [contenteditable]') !== null
