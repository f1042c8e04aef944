'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

/** What every field has around it: its label, what helps to fill it in, and what was wrong with it. */
export function Labelled({
  id,
  label,
  hint,
  error,
  isOptional = false,
  children,
}: {
  id: string
  label: ReactNode
  hint?: ReactNode
  error?: string | undefined
  isOptional?: boolean
  children: ReactNode
}) {
  const t = useTranslations('ui.field')
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-medium">
        {label}
        {isOptional && <span className="font-normal text-ink-3"> {t('optional')}</span>}
      </label>
      <HintAndError id={id} hint={hint} error={error} />
      {children}
    </div>
  )
}

export function HintAndError({
  id,
  hint,
  error,
}: {
  id: string
  hint?: ReactNode
  error?: string | undefined
}) {
  return (
    <>
      {hint && (
        <p id={`${id}-hint`} className="text-small text-ink-2">
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p id={`${id}-error`} className="font-medium text-alarm">
          {error}
        </p>
      )}
    </>
  )
}
