'use client'
import type { ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import { HintAndError } from './field.tsx'
import { useField } from './form-state.tsx'

/** Fields that say one thing together: the languages of a text, the parts of a date. */
export function GroupField({
  name,
  label,
  hint,
  isOptional = false,
  children,
}: {
  name: string
  label: ReactNode
  hint?: ReactNode
  isOptional?: boolean
  children: ReactNode
}) {
  const t = useTranslations('ui.field')
  const { id, error, wiring } = useField(name, { hint: hint !== undefined })
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      aria-describedby={wiring['aria-describedby']}
      className="flex min-w-0 flex-col gap-2"
    >
      <legend className="mb-1 font-medium">
        {label}
        {isOptional && <span className="font-normal text-ink-3"> {t('optional')}</span>}
      </legend>
      <HintAndError id={id} hint={hint} error={error} />
      {children}
    </fieldset>
  )
}
