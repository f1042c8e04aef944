'use client'
import { type ReactNode, type SyntheticEvent, useEffect, useRef } from 'react'

/** What opens under a button and closes by itself: on Escape, on a click elsewhere, when a link inside is
 *  followed, when focus leaves. A <details>, so that without JavaScript it opens and closes by its button.
 *  `label` is drawn in the button. */
export function Menu({
  label,
  children,
  className = 'relative',
  buttonClass,
  panelClass = 'absolute top-full left-0 mt-1',
}: {
  label: ReactNode
  children: ReactNode
  className?: string
  buttonClass: string
  panelClass?: string
}) {
  const menu = useRef<HTMLDetailsElement>(null)

  useEffect(() => {
    const closeFromOutside = ({ target }: Event) => {
      if (menu.current?.open && target instanceof Node && !menu.current.contains(target))
        menu.current.open = false
    }
    const closeByEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !menu.current?.open) return
      menu.current.open = false
      menu.current.querySelector('summary')?.focus()
    }
    document.addEventListener('pointerdown', closeFromOutside)
    document.addEventListener('focusin', closeFromOutside)
    document.addEventListener('keydown', closeByEscape)
    return () => {
      document.removeEventListener('pointerdown', closeFromOutside)
      document.removeEventListener('focusin', closeFromOutside)
      document.removeEventListener('keydown', closeByEscape)
    }
  }, [])

  const closeAfterLink = ({ target }: SyntheticEvent) => {
    if (menu.current && target instanceof Element && target.closest('a')) menu.current.open = false
  }

  return (
    <details ref={menu} className={className}>
      <summary className={buttonClass}>{label}</summary>
      <div className={`over z-40 min-w-48 p-1 ${panelClass}`} onClick={closeAfterLink}>
        {children}
      </div>
    </details>
  )
}
