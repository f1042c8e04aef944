'use client'
import { type ReactNode, useId } from 'react'
import { FormState, noForm } from './form-state.tsx'

/** A form that only asks: the address holds what was typed, and the fields of Form stand in it as in one that is sent.
 *  `typed`, `errors`: what the address says, and what is wrong with it. */
export function QuestionForm({
  action,
  hidden,
  typed,
  errors,
  children,
}: {
  action: string
  hidden: Readonly<Record<string, string>>
  typed: Readonly<Record<string, string | string[]>>
  errors: Readonly<Record<string, string>>
  children: ReactNode
}) {
  const id = useId()
  const lists = Object.entries(typed).map(([name, value]) => [name, Array.isArray(value) ? value : [value]])
  return (
    <form method="get" action={action} noValidate className="flex flex-col gap-5">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FormState value={{ ...noForm, id, errors, typed: Object.fromEntries(lists) }}>{children}</FormState>
    </form>
  )
}
