'use client'
import type { ReactNode } from 'react'
import { Labelled } from './field.tsx'
import { useField } from './form-state.tsx'

/** Several lines. It grows with what is typed, where the browser knows how. `isEither`: of several, one is enough. */
export function TextArea({
  name,
  label,
  hint,
  value,
  rows = 3,
  maxLength,
  isOptional = false,
  isEither = false,
}: {
  name: string
  label: ReactNode
  hint?: ReactNode
  value?: string | undefined
  rows?: number
  maxLength?: number
  isOptional?: boolean
  isEither?: boolean
}) {
  const { id, error, shown, wiring } = useField(name, { hint: hint !== undefined, shown: value })
  return (
    <Labelled id={id} label={label} hint={hint} error={error} isOptional={isOptional}>
      <textarea
        {...wiring}
        rows={rows}
        maxLength={maxLength}
        defaultValue={shown}
        required={!isOptional && !isEither}
        className="field"
        style={{ minHeight: `calc(${rows}lh + 1rem)` }}
      />
    </Labelled>
  )
}
