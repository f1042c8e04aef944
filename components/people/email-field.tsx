'use client'
import { useEffect, useRef } from 'react'

const kept = 'langar-sign-in-email'

/** The address is never part of the URL, so this tab keeps what was sent until signing in has worked. `isBack`: signing in
 *  was refused, and the form is shown again. */
export function EmailField({ label, isBack }: { label: string; isBack: boolean }) {
  const field = useRef<HTMLInputElement>(null)

  useEffect(() => {
    const input = field.current
    if (!input) return
    const typed = sessionStorage.getItem(kept)
    if (!isBack || typed === null) sessionStorage.removeItem(kept)
    else if (input.value === '') input.value = typed
    const keep = () => sessionStorage.setItem(kept, input.value)
    input.form?.addEventListener('submit', keep)
    return () => input.form?.removeEventListener('submit', keep)
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
        className="field"
      />
    </div>
  )
}
