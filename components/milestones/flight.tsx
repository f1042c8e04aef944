'use client'
import { type RefObject, useLayoutEffect, useRef } from 'react'

export function elementOf(board: HTMLElement | null, card: string): HTMLElement | null {
  return board?.querySelector<HTMLElement>(`[data-card="${card}"]`) ?? null
}

/** Shows where a card went: it flies from where it was (or was dropped) to its new place, and keeps the focus if
 *  it had it (or a form about it). Called just before the state is set that moves it. */
export function useFlight(board: RefObject<HTMLElement | null>) {
  const flights = useRef(new Map<string, { from: DOMRect; hasFocus: boolean }>())

  useLayoutEffect(() => {
    for (const [card, { from, hasFocus }] of flights.current) {
      const element = elementOf(board.current, card)
      if (element) fly(element, from)
      if (hasFocus) element?.querySelector('a')?.focus()
    }
    flights.current.clear()
  })

  return (
    card: string,
    { from, keepsFocus = false }: { from?: DOMRect | undefined; keepsFocus?: boolean } = {},
  ) => {
    const element = elementOf(board.current, card)
    if (!element) return
    const hasFocus = keepsFocus || element.contains(document.activeElement)
    flights.current.set(card, { from: from ?? element.getBoundingClientRect(), hasFocus })
  }
}

function fly(element: HTMLElement, from: DOMRect) {
  const to = element.getBoundingClientRect()
  if (to.width === 0 || matchMedia('(prefers-reduced-motion: reduce)').matches) return
  const part = element.closest('ul')
  const start = `translate(${from.x - to.x}px, ${from.y - to.y}px)`
  part?.toggleAttribute('data-open', true)
  const flight = element.animate(
    [
      { transform: start, zIndex: 30 },
      { transform: 'none', zIndex: 30 },
    ],
    { duration: 120, easing: 'ease-out' },
  )
  flight.onfinish = () => part?.toggleAttribute('data-open', false)
}
