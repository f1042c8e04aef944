import { Search } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { PageHeader } from '#components/frame/page-header.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { Page } from '#components/ui/page.tsx'
import { searchLength } from '#lib/rules/limits.ts'
import type { SearchResults } from '#lib/search/results.ts'
import { addressOf } from './address.ts'
import { Found } from './found.tsx'

/** The search as a page of its own: an address that can be sent to others, and the way without JavaScript. */
export function SearchPage({ found: { words, results, isMore } }: { found: SearchResults }) {
  const t = useTranslations('search')
  const isAsked = words.length >= searchLength.min
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={isAsked && <span>{t(isMore ? 'more' : 'count', { count: results.length })}</span>}
      />
      <Page>
        <form action="/search" role="search" className="flex max-w-160 gap-2">
          <label htmlFor="words" className="sr-only">
            {t('words')}
          </label>
          <input
            id="words"
            type="search"
            name="words"
            defaultValue={words}
            maxLength={searchLength.max}
            className="field min-w-0 flex-1"
          />
          <button className="button" data-kind="main">
            <Search />
            {t('button')}
          </button>
        </form>
        {!isAsked ? (
          <p className="text-ink-2">{t('what')}</p>
        ) : results.length === 0 ? (
          <Empty title={t('none', { words })}>{t('none-what')}</Empty>
        ) : (
          <ol className="divide-y divide-line border-t border-line">
            {results.map((result) => (
              <li key={result.id}>
                <Link href={addressOf(result)} className="-mx-2.5 block px-2.5 py-2.5 hover:bg-sunk">
                  <Found result={result} />
                </Link>
              </li>
            ))}
          </ol>
        )}
      </Page>
    </>
  )
}
