'use client'
import { useLocale } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { formatDateWithWeekday } from '#lib/format/date.ts'
import { isPlainDate, type PlainDate } from '#lib/rules/due-date.ts'
import { Labelled } from './field.tsx'
import { useField } from './form-state.tsx'

/** A day. The browser's own field, whose value is YYYY-MM-DD; how it writes a date follows the browser, so
 *  the day stands beside it in the language of the page, with its weekday. */
export function DateField({
  name,
  label,
  hint,
  value,
  min,
  max,
  isOptional = false,
}: {
  name: string
  label: ReactNode
  hint?: ReactNode
  value?: PlainDate | undefined
  min?: PlainDate
  max?: PlainDate
  isOptional?: boolean
}) {
  const language = useLocale()
  const { id, error, shown = '', wiring } = useField(name, { hint: hint !== undefined, shown: value })
  const [date, setDate] = useState(shown)
  return (
    <Labelled id={id} label={label} hint={hint} error={error} isOptional={isOptional}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <input
          {...wiring}
          type="date"
          min={min}
          max={max}
          defaultValue={shown}
          required={!isOptional}
          onInput={({ currentTarget }) => setDate(currentTarget.value)}
          className="field w-auto min-w-40"
        />
        <output htmlFor={id} className="text-ink-2">
          {isPlainDate(date) && formatDateWithWeekday(date, language)}
        </output>
      </div>
    </Labelled>
  )
}
