'use client'
import { type FocusEvent, type RefObject, useLayoutEffect, useRef } from 'react'
import { elementOf } from './flight.tsx'

/** A card that goes from one part of a column to the next, because another has left, is drawn anew there: it keeps the
 *  focus. */
export function useKeptFocus(board: RefObject<HTMLElement | null>) {
  const focused = useRef<string | null>(null)
  useLayoutEffect(() => {
    if (focused.current === null || document.activeElement !== document.body) return
    elementOf(board.current, focused.current)?.querySelector('a')?.focus({ preventScroll: true })
  })
  return {
    onFocus: ({ target }: FocusEvent) => {
      focused.current = target.closest<HTMLElement>('[data-card]')?.dataset['card'] ?? null
    },
    onBlur: () => {
      focused.current = null
    },
  }
}
