'use client'
import type { ComponentProps, MouseEvent } from 'react'

/** A button that without JavaScript is a link to `page`, where what it opens has an address of its own. */
export function Opener({
  page,
  open,
  children,
  ...props
}: ComponentProps<'a'> & { page: string; open: () => void }) {
  function onClick(event: MouseEvent) {
    // Into another tab it is a link still.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    open()
  }
  return (
    <a
      href={page}
      role="button"
      onClick={onClick}
      onKeyDown={(event) => {
        if (event.key !== ' ') return
        event.preventDefault()
        open()
      }}
      {...props}
    >
      {children}
    </a>
  )
}
