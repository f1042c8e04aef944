'use client'
import type { ReactNode } from 'react'
import { Labelled } from './field.tsx'
import { useField } from './form-state.tsx'

/** One of many. `none`: the words for no answer. */
export function Select({
  name,
  label,
  hint,
  options,
  value,
  none,
  isOptional = false,
}: {
  name: string
  label: ReactNode
  hint?: ReactNode
  options: readonly { value: string; label: string }[]
  value?: string | undefined
  none?: string
  isOptional?: boolean
}) {
  const { id, error, shown, wiring } = useField(name, { hint: hint !== undefined, shown: value })
  return (
    <Labelled id={id} label={label} hint={hint} error={error} isOptional={isOptional}>
      <select {...wiring} defaultValue={shown} required={!isOptional} className="field">
        {none !== undefined && <option value="">{none}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Labelled>
  )
}
