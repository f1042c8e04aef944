'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useContext, useLayoutEffect, useRef, useState } from 'react'
import { HintAndError } from '#components/ui/field.tsx'
import { FormState, useField } from '#components/ui/form-state.tsx'
import { formatPercent } from '#lib/format/percent.ts'
import { percentSuggestions } from '#lib/rules/percent-suggestions.ts'

/** How far it is: a number from 0 to 100, with a few that one thumb can choose. Without JavaScript there is the number
 *  alone. `last`: the percent that was accepted last. */
export function PercentField({ last, hint }: { last: number | null; hint: string }) {
  const t = useTranslations('progress-reports.submit')
  const language = useLocale()
  const { changed } = useContext(FormState)
  const { id, error, shown = '', wiring } = useField('percent', { hint: true })
  const [percent, setPercent] = useState(shown)
  const field = useRef<HTMLInputElement>(null)
  // What was typed before the script came is not in the state yet, and would be drawn over.
  useLayoutEffect(() => setPercent(field.current?.value ?? ''), [])

  function choose(value: string) {
    setPercent(value)
    changed()
  }

  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-medium">
        {t('percent')}
      </label>
      <HintAndError id={id} hint={hint} error={error} />
      <div
        role="group"
        aria-label={t('percent-suggestions')}
        className={`mt-1 flex w-full overflow-hidden rounded-card border bg-surface noscript:hidden ${error === undefined ? 'border-line-3' : 'border-alarm'}`}
      >
        {percentSuggestions(last).map((value) => (
          <button
            key={value}
            type="button"
            aria-label={formatPercent(value, language)}
            aria-pressed={percent === String(value)}
            onClick={() => choose(String(value))}
            className="min-h-11 min-w-0 flex-1 border-l border-line-2 px-1 font-medium transition-colors first:border-l-0 hover:bg-sunk focus-visible:-outline-offset-4 aria-pressed:bg-accent aria-pressed:text-on-accent aria-pressed:focus-visible:outline-current md:min-h-9"
          >
            {value}
          </button>
        ))}
      </div>
      <div className="mt-1 flex items-center gap-2 text-ink-2">
        <span aria-hidden className="noscript:hidden">
          {t('percent-exactly')}
        </span>
        <input
          {...wiring}
          ref={field}
          type="number"
          inputMode="numeric"
          min={0}
          max={100}
          step={1}
          required
          value={percent}
          onChange={({ currentTarget }) => setPercent(currentTarget.value)}
          className="field w-20! text-end"
        />
        <span aria-hidden>%</span>
      </div>
    </div>
  )
}
