'use client'
import { type ReactNode, useContext } from 'react'
import { FormState } from './form-state.tsx'

/** A box to tick. `value`: what is sent when it is. */
export function CheckField({
  name,
  value,
  label,
  isTicked = false,
}: {
  name: string
  value: string
  label: ReactNode
  isTicked?: boolean
}) {
  const { typed } = useContext(FormState)
  const isBack = Object.keys(typed).length > 0
  return (
    <label className="tap flex items-start gap-2">
      <input
        type="checkbox"
        name={name}
        value={value}
        defaultChecked={isBack ? typed[name]?.includes(value) : isTicked}
        className="mt-0.5 size-4 shrink-0 accent-(--color-accent)"
      />
      <span>{label}</span>
    </label>
  )
}
