'use client'
import { useEffect, useRef } from 'react'

const kept = 'langar-sign-in-email'

/** The address is never part of the URL, so this tab keeps what was typed until signing in has worked. `isBack`: signing in
 *  was refused, and the form is shown again. */
export function EmailField({ label, isBack }: { label: string; isBack: boolean }) {
  const field = useRef<HTMLInputElement>(null)

  useEffect(() => {
    const input = field.current
    const typed = sessionStorage.getItem(kept)
    if (!isBack || !input || typed === null) sessionStorage.removeItem(kept)
    else if (input.value === '') input.value = typed
  }, [isBack])

  return (
    <div className="flex flex-col gap-1">
      <label htmlFor="email" className="font-medium">
        {label}
      </label>
      <input
        ref={field}
        id="email"
        name="email"
        type="email"
        autoComplete="username"
        required
        maxLength={320}
        onInput={({ currentTarget }) => sessionStorage.setItem(kept, currentTarget.value)}
        className="field"
      />
    </div>
  )
}
