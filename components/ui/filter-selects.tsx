'use client'
import { ChevronDown } from 'lucide-react'
import Link from 'next/link'
import { usePathname, useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'

/** One filter: of many answers, so that the device's own list is better than a menu. `chosen`: '' for all. */
export type FilterSelect = {
  name: string
  label: string
  chosen: string
  options: readonly { value: string; label: string }[]
}

/** Filters whose answers are many. The address holds what was chosen; without JavaScript they are a plain form with a
 *  button. `kept`: what else narrows the list and stays in the address. */
export function FilterSelects({
  name,
  selects,
  kept = {},
}: {
  name: string
  selects: readonly FilterSelect[]
  kept?: Readonly<Record<string, string | undefined>>
}) {
  const t = useTranslations('ui.filter')
  const router = useRouter()
  const path = usePathname()
  const [isGoing, go] = useTransition()
  const now = JSON.stringify(selects.map(({ chosen }) => chosen))
  const [seen, setSeen] = useState(now)
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({})
  // Whatever led to another choice (a link, going back) is shown at once.
  if (seen !== now) {
    setSeen(now)
    setChosen({})
  }
  const valueOf = (select: FilterSelect) => chosen[select.name] ?? select.chosen
  const keptToo = Object.entries(kept).flatMap(([key, value]): [string, string][] =>
    value === undefined ? [] : [[key, value]],
  )
  const isFiltered = keptToo.length > 0 || selects.some(({ chosen: value }) => value !== '')

  function choose(changed: string, value: string) {
    setChosen((before) => ({ ...before, [changed]: value }))
    const values = selects.map(
      (select) => [select.name, select.name === changed ? value : valueOf(select)] as const,
    )
    const question = new URLSearchParams([
      ...keptToo,
      ...values.filter(([, one]) => one !== '').map(([key, one]): [string, string] => [key, one]),
    ]).toString()
    go(() => router.push(question ? `${path}?${question}` : path, { scroll: false }))
  }

  return (
    <form
      method="get"
      action={path}
      role="search"
      aria-label={name}
      aria-busy={isGoing || undefined}
      className="no-print flex flex-wrap items-center gap-2"
    >
      {keptToo.map(([key, value]) => (
        <input key={key} type="hidden" name={key} value={value} />
      ))}
      {selects.map((select) => (
        <label
          key={select.name}
          data-chosen={valueOf(select) !== '' || undefined}
          className="tap relative inline-flex min-h-7 max-w-full items-center rounded-full border border-line-2 bg-surface text-ink-2 transition-colors hover:border-line-3 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent data-chosen:border-accent data-chosen:bg-accent-soft data-chosen:text-accent"
        >
          <span className="pl-3">{select.label}:</span>
          <select
            name={select.name}
            value={valueOf(select)}
            onChange={({ target }) => choose(select.name, target.value)}
            className="tap min-h-7 max-w-60 min-w-0 cursor-pointer appearance-none truncate bg-transparent pr-7.5 pl-1 font-medium [field-sizing:content] focus:outline-none max-md:text-lead"
          >
            <option value="">{t('all')}</option>
            {select.options.map(({ value, label }) => (
              <option key={value} value={value} className="bg-surface text-ink">
                {label}
              </option>
            ))}
          </select>
          <ChevronDown className="pointer-events-none absolute right-2.5 size-3.25! opacity-70" />
        </label>
      ))}
      <noscript>
        <button className="button">{t('show')}</button>
      </noscript>
      {isFiltered && (
        <Link
          href={path}
          scroll={false}
          className="tap inline-flex min-h-7 items-center px-1 text-ink-2 underline-offset-2 hover:underline"
        >
          {t('clear')}
        </Link>
      )}
    </form>
  )
}
