import { useTranslations } from 'next-intl'
import { RecordText } from '#components/ui/record-text.tsx'
import type { SearchResult } from '#lib/search/results.ts'

/** What was found, in two lines: its title, and what it is and is a part of. */
export function Found({ result: { kind, code, partnership, title, within } }: { result: SearchResult }) {
  const t = useTranslations('search.kind')
  return (
    <>
      <span className="block font-medium">
        <Words of={title} />
      </span>
      <span className="flex flex-wrap items-baseline gap-x-2 text-small text-ink-2">
        <span>{t(kind)}</span>
        <span className="code">{kind === 'directions' ? `${partnership}-${code}` : code}</span>
        {within !== null && (
          <span className="min-w-0">
            <Words of={within} />
          </span>
        )}
      </span>
    </>
  )
}

/** A text in the reader's language, or a name that has one form alone. */
function Words({ of: words }: { of: NonNullable<SearchResult['within']> }) {
  return typeof words === 'string' ? words : <RecordText text={words} isQuiet />
}
