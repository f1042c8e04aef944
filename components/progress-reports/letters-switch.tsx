'use client'
import type { ReactNode } from 'react'
import { switchLetters, useLettersOn } from '#components/ui/letters.ts'

/** Whether single letters do something here; its words say which. */
export function LettersSwitch({ children }: { children: ReactNode }) {
  const areOn = useLettersOn()
  return (
    <label className="tap flex items-start gap-2 text-small text-ink-2 noscript:hidden">
      <input
        type="checkbox"
        checked={areOn}
        onChange={({ target }) => switchLetters(target.checked)}
        className="mt-0.5 size-4 shrink-0 accent-(--color-accent)"
      />
      <span>{children}</span>
    </label>
  )
}
