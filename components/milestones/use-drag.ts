'use client'
import { type DragEvent, useEffect, useRef, useState } from 'react'

/** The browser's own drag of cards where all columns are in sight, heard at the board: it costs nothing a card. One may be
 *  dropped where `data-drop` names a column. `onDrop` hears where the card hung: the page may have been scrolled. */
export function useDrag({
  onLift,
  onDrop,
  onEnd,
}: {
  onLift: (card: string) => void
  onDrop: (card: string, to: string, at: DOMRect) => void
  onEnd: () => void
}) {
  const held = useRef<{ element: HTMLElement; x: number; y: number } | null>(null)
  const [isHeld, setHeld] = useState(false)
  const [over, setOver] = useState<string | null>(null)

  function end() {
    held.current = null
    setHeld(false)
    setOver(null)
    onEnd()
  }

  // A card that a new answer has taken out of the page hears no end of its drag: then the next press is one.
  useEffect(() => {
    if (!isHeld) return
    document.addEventListener('dragend', end)
    document.addEventListener('pointerdown', end)
    return () => {
      document.removeEventListener('dragend', end)
      document.removeEventListener('pointerdown', end)
    }
  })

  return {
    over,
    listeners: {
      onDragStart(event: DragEvent) {
        const { target: element, dataTransfer, pageX: x, pageY: y } = event
        const card = element instanceof HTMLElement ? element.dataset['card'] : undefined
        if (!(element instanceof HTMLElement) || card === undefined) return
        if (!matchMedia('(width >= 75rem)').matches) return event.preventDefault()
        dataTransfer.effectAllowed = 'move'
        dataTransfer.setData('application/x-langar-card', card)
        held.current = { element, x, y }
        // The browser draws what hangs on the pointer once this is over: as the card was.
        requestAnimationFrame(() => {
          if (held.current?.element !== element) return
          setHeld(true)
          onLift(card)
        })
      },
      onDragOver(event: DragEvent) {
        if (!held.current) return
        const to = columnUnder(event)
        setOver(to)
        if (to === null) return
        event.preventDefault()
        event.dataTransfer.dropEffect = 'move'
      },
      onDragLeave(event: DragEvent) {
        const { currentTarget, relatedTarget } = event
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOver(null)
      },
      onDrop(event: DragEvent) {
        const to = columnUnder(event)
        if (!held.current || to === null) return
        event.preventDefault()
        const { element, x, y } = held.current
        const { left, top, width, height } = element.getBoundingClientRect()
        const at = new DOMRect(left + event.pageX - x, top + event.pageY - y, width, height)
        const card = element.dataset['card'] ?? ''
        end()
        onDrop(card, to, at)
      },
    },
  }
}

function columnUnder({ target }: DragEvent): string | null {
  const column = target instanceof Element ? target.closest<HTMLElement>('[data-drop]') : null
  return column?.dataset['drop'] ?? null
}
