'use client'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { monthName } from '#lib/format/date.ts'
import { type Due, partsOf } from '#lib/rules/due-date.ts'
import { useField } from './form-state.tsx'
import { GroupField } from './group-field.tsx'

/** A date as vague as it was announced: the year alone will do; a half, a quarter, a month or a day make it more exact. */
export function DateField({
  name,
  label,
  hint,
  value,
  isOptional = false,
}: {
  name: string
  label: ReactNode
  hint?: ReactNode
  value?: Due | null | undefined
  isOptional?: boolean
}) {
  const t = useTranslations('ui.date')
  return (
    <GroupField name={name} label={label} hint={hint ?? t('hint')} isOptional={isOptional}>
      <div className="flex flex-wrap items-end gap-2">
        <Part name={`${name}.day`} label={t('day')} value={value && dayOf(value)} width="w-16!" digits={2} />
        <Months name={`${name}.part`} label={t('part')} value={value && partOf(value)} />
        <Part
          name={`${name}.year`}
          label={t('year')}
          value={value?.on.slice(0, 4)}
          width="w-22!"
          digits={4}
        />
      </div>
    </GroupField>
  )
}

function Part({
  name,
  label,
  value,
  width,
  digits,
}: {
  name: string
  label: string
  value: string | null | undefined
  width: string
  digits: number
}) {
  const { id, error, shown, wiring } = useField(name, { hint: false, shown: value ?? undefined })
  return (
    <div className="flex flex-col gap-0.5">
      <label htmlFor={id} className="text-small text-ink-2">
        {label}
      </label>
      <input
        {...wiring}
        inputMode="numeric"
        maxLength={digits}
        autoComplete="off"
        defaultValue={shown}
        className={`field ${width}`}
      />
      {error !== undefined && (
        <p id={`${id}-error`} className="font-medium text-alarm">
          {error}
        </p>
      )}
    </div>
  )
}

function Months({ name, label, value }: { name: string; label: string; value: string | null | undefined }) {
  const t = useTranslations('ui.date')
  const language = useLocale()
  const { id, shown, wiring } = useField(name, { hint: false, shown: value ?? undefined })
  const months = Array.from({ length: 12 }, (_, at) => at + 1)
  return (
    <div className="flex flex-col gap-0.5 max-md:max-w-38">
      <label htmlFor={id} className="text-small text-ink-2">
        {label}
      </label>
      <select {...wiring} defaultValue={shown} className="field w-auto! max-w-full">
        <option value="">{t('whole-year')}</option>
        {months.map((month) => (
          <option key={month} value={String(month).padStart(2, '0')}>
            {monthName(month, language)}
          </option>
        ))}
        {[1, 2, 3, 4].map((quarter) => (
          <option key={quarter} value={`Q${quarter}`}>
            {t('quarter', { quarter: String(quarter) })}
          </option>
        ))}
        {[1, 2].map((half) => (
          <option key={half} value={`H${half}`}>
            {t('half', { half: String(half) })}
          </option>
        ))}
      </select>
    </div>
  )
}

const dayOf = ({ on, precision }: Due) => (precision === 'day' ? String(partsOf(on).day) : null)

function partOf({ on, precision }: Due): string | null {
  const { month } = partsOf(on)
  if (precision === 'year') return null
  if (precision === 'half') return `H${month / 6}`
  if (precision === 'quarter') return `Q${month / 3}`
  return String(month).padStart(2, '0')
}
