'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, useContext } from 'react'
import { HintAndError } from './field.tsx'
import { FormState, useField } from './form-state.tsx'

/** One of a few, all to be seen: as segments side by side (short words, numbers) or as a list, where each
 *  may explain itself. `isMany`: any number of them, as a list of ticks; give it a `name` that ends in []. */
export function Choice({
  name,
  label,
  hint,
  options,
  value,
  as = 'segments',
  isMany = false,
  isOptional = false,
}: {
  name: string
  label: ReactNode
  hint?: ReactNode
  options: readonly { value: string; label: ReactNode; hint?: ReactNode }[]
  value?: string | readonly string[] | undefined
  as?: 'segments' | 'list'
  isMany?: boolean
  isOptional?: boolean
}) {
  const t = useTranslations('ui.field')
  const { typed } = useContext(FormState)
  const { id, error, wiring } = useField(name, { hint: hint !== undefined })
  const chosen = typed[name] ?? [value ?? []].flat()
  const input = (option: string, at: number, className: string) => (
    <input
      type={isMany ? 'checkbox' : 'radio'}
      id={at === 0 ? id : `${id}-${at}`}
      name={name}
      value={option}
      defaultChecked={chosen.includes(option)}
      aria-describedby={at === 0 ? wiring['aria-describedby'] : undefined}
      aria-invalid={wiring['aria-invalid']}
      className={className}
    />
  )
  return (
    <fieldset className="flex min-w-0 flex-col gap-1">
      <legend className="mb-1 font-medium">
        {label}
        {isOptional && <span className="font-normal text-ink-3"> {t('optional')}</span>}
      </legend>
      <HintAndError id={id} hint={hint} error={error} />
      {as === 'segments' && !isMany ? (
        <div
          className={`mt-1 flex w-full overflow-hidden rounded-card border bg-surface ${error === undefined ? 'border-line-3' : 'border-alarm'}`}
        >
          {options.map((option, at) => (
            <label
              key={option.value}
              className="relative flex min-h-11 min-w-0 flex-1 cursor-pointer items-center justify-center border-l border-line-2 px-2 text-center font-medium transition-colors first:border-l-0 hover:bg-sunk has-checked:bg-accent has-checked:text-on-accent has-focus-visible:outline-2 has-focus-visible:-outline-offset-4 has-focus-visible:outline-current md:min-h-9"
            >
              {input(option.value, at, 'absolute inset-0 cursor-pointer opacity-0')}
              {option.label}
            </label>
          ))}
        </div>
      ) : (
        <div className="flex flex-col">
          {options.map((option, at) => (
            <label key={option.value} className="tap flex min-h-8 cursor-pointer items-start gap-2.5 py-1.5">
              {input(option.value, at, 'mt-0.5 size-4 flex-none md:mt-px')}
              <span>
                {option.label}
                {option.hint && <span className="block text-small text-ink-2">{option.hint}</span>}
              </span>
            </label>
          ))}
        </div>
      )}
    </fieldset>
  )
}
