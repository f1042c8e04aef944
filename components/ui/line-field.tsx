'use client'
import type { HTMLInputTypeAttribute, ReactNode } from 'react'
import { Labelled } from './field.tsx'
import { useField } from './form-state.tsx'

/** One line. */
export function LineField({
  name,
  label,
  hint,
  value,
  type = 'text',
  maxLength,
  width,
  isOptional = false,
}: {
  name: string
  label: ReactNode
  hint?: ReactNode
  value?: string | undefined
  type?: HTMLInputTypeAttribute
  maxLength?: number
  /** A class, where what is typed is short. */
  width?: string
  isOptional?: boolean
}) {
  const { id, error, shown, wiring } = useField(name, { hint: hint !== undefined, shown: value })
  return (
    <Labelled id={id} label={label} hint={hint} error={error} isOptional={isOptional}>
      <input
        {...wiring}
        type={type}
        maxLength={maxLength}
        defaultValue={shown}
        required={!isOptional}
        autoComplete="off"
        className={`field ${width ?? ''}`}
      />
    </Labelled>
  )
}
