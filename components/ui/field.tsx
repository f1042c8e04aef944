'use client'
import { useTranslations } from 'next-intl'
import type { HTMLInputTypeAttribute, InputHTMLAttributes, ReactNode } from 'react'
import { useField } from './form-state.tsx'

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

/** One line of text or a number. `unit` stands inside the field, at its end. `width`: of the expected
 *  answer, in characters. */
export function Field({
  name,
  label,
  hint,
  type = 'text',
  value,
  unit,
  width,
  isOptional = false,
  ...more
}: {
  name: string
  label: ReactNode
  hint?: ReactNode
  type?: Exclude<HTMLInputTypeAttribute, 'file' | 'date' | 'radio' | 'checkbox' | 'hidden'>
  value?: string | undefined
  unit?: string
  width?: number
  isOptional?: boolean
} & Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'autoComplete' | 'inputMode' | 'maxLength' | 'min' | 'max' | 'step' | 'lang' | 'autoFocus'
>) {
  const { id, error, shown, wiring } = useField(name, { hint: hint !== undefined, shown: value })
  return (
    <Labelled id={id} label={label} hint={hint} error={error} isOptional={isOptional}>
      <div
        className="relative"
        style={width === undefined ? undefined : { maxWidth: `calc(${width}ch + 3.5rem)` }}
      >
        <input
          {...wiring}
          {...more}
          type={type}
          defaultValue={shown}
          required={!isOptional}
          className={`field ${unit === undefined ? '' : 'pr-8'}`}
        />
        {unit !== undefined && (
          <span className="pointer-events-none absolute top-1/2 right-3 -translate-y-1/2 text-ink-2">
            {unit}
          </span>
        )}
      </div>
    </Labelled>
  )
}
