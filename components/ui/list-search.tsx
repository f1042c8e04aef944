import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { searchLength } from '#lib/rules/limits.ts'

/** Searches in the list below it. `label`: what can be typed; `kept`: the rest of what the address says. */
export function ListSearch({
  at,
  label,
  words,
  kept = {},
}: {
  at: string
  label: string
  words: string | undefined
  kept?: Readonly<Record<string, string | undefined>>
}) {
  const t = useTranslations('ui.list-search')
  return (
    <form action={at} role="search" className="no-print flex w-120 max-w-full gap-2">
      {Object.entries(kept).map(
        ([name, value]) =>
          value !== undefined && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <label htmlFor="words" className="sr-only">
        {label}
      </label>
      <input
        id="words"
        type="search"
        name="words"
        defaultValue={words}
        placeholder={label}
        maxLength={searchLength.max}
        className="field min-w-0 flex-1"
      />
      <button className="button">
        <Search />
        {t('button')}
      </button>
    </form>
  )
}
