'use client'
import { type HTMLInputTypeAttribute, useContext } from 'react'
import { FormState } from './form-state.tsx'

/** One line in a row of several: its name is that of the list, its label is read aloud and stands in it while it is empty. */
export function RowField({
  name,
  row,
  label,
  type = 'text',
}: {
  name: string
  row: number
  label: string
  type?: HTMLInputTypeAttribute
}) {
  const { typed } = useContext(FormState)
  return (
    <input
      type={type}
      name={name}
      aria-label={label}
      placeholder={label}
      defaultValue={typed[name]?.[row]}
      autoComplete="off"
      className="field"
    />
  )
}

export function RowSelect({
  name,
  row,
  label,
  options,
}: {
  name: string
  row: number
  label: string
  options: readonly { value: string; label: string }[]
}) {
  const { typed } = useContext(FormState)
  return (
    <select name={name} aria-label={label} defaultValue={typed[name]?.[row]} className="field">
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
