'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, useContext, useId, useState } from 'react'
import { fold } from '#lib/rules/fold.ts'
import { CheckField } from './check-field.tsx'
import { FormState } from './form-state.tsx'
import { GroupField } from './group-field.tsx'

/** Any number out of many: boxes to tick, those first that are chosen. With JavaScript a word or two narrow the list; what is
 *  ticked stays, seen or not. */
export function PickField({
  name,
  label,
  hint,
  options,
  chosen,
}: {
  name: string
  label: ReactNode
  hint?: ReactNode
  options: readonly { value: string; label: string; language?: string }[]
  chosen: readonly string[]
}) {
  const t = useTranslations('ui.pick')
  const { typed } = useContext(FormState)
  const id = useId()
  const [words, setWords] = useState('')
  const [ticked, setTicked] = useState(typed[`${name}[]`] ?? chosen)
  const asked = fold(words).trim()
  const isShown = (one: string) => fold(one).includes(asked)
  const inOrder = [
    ...options.filter(({ value }) => chosen.includes(value)),
    ...options.filter(({ value }) => !chosen.includes(value)),
  ]
  const isLong = options.length > 8
  return (
    <GroupField name={name} label={label} hint={hint} isOptional>
      <div className="rounded-field border border-line-2">
        {isLong && (
          <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 border-b border-line px-2.5 py-2">
            <label htmlFor={id} className="sr-only">
              {t('narrow')}
            </label>
            <input
              id={id}
              type="text"
              inputMode="search"
              autoComplete="off"
              placeholder={t('narrow')}
              value={words}
              onChange={({ target }) => setWords(target.value)}
              onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
              className="field w-56!"
            />
            <span className="text-small text-ink-2">{t('chosen', { count: ticked.length })}</span>
          </div>
        )}
        <div
          className={`flex flex-col gap-1 px-2.5 py-2 ${isLong ? 'max-h-64 overflow-y-auto' : ''}`}
          onChange={({ target }) => {
            if (!(target instanceof HTMLInputElement)) return
            const { value, checked } = target
            setTicked((before) => [...before.filter((one) => one !== value), ...(checked ? [value] : [])])
          }}
        >
          {inOrder.map(({ value, label: said, language }) => (
            <div key={value} lang={language} hidden={!isShown(said)}>
              <CheckField name={`${name}[]`} value={value} label={said} isTicked={chosen.includes(value)} />
            </div>
          ))}
        </div>
      </div>
    </GroupField>
  )
}
