import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { PageHeader } from '#components/frame/page-header.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Panel } from '#components/ui/card.tsx'
import { Done } from '#components/ui/done.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { FilterLink } from '#components/ui/filter.tsx'
import { Flag } from '#components/ui/flag.tsx'
import { Page } from '#components/ui/page.tsx'
import { RecordText } from '#components/ui/record-text.tsx'
import { ListSearch } from '#components/ui/list-search.tsx'
import { Refused } from '#components/ui/refused.tsx'
import { Code } from '#components/ui/tag.tsx'
import type { CountryList, ListedCountry } from '#lib/countries/list.ts'
import { countryName } from '#lib/format/country.ts'
import type { Attempt } from '#lib/runner/attempts.ts'
import { CreateCountry } from './create.tsx'

const at = '/admin/countries'

/** `attempt`: a country that was refused, with what was typed; `done`: the command that led here. */
export function Countries({
  found,
  attempt,
  done,
}: {
  found: CountryList
  attempt: Attempt | undefined
  done: string | undefined
}) {
  const t = useTranslations('countries.list')
  const archive = useTranslations('countries.archive')
  const { countries, total, words, archived, adding } = found
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('count', { count: total })} />
      <Page aside={<Add others={found.others} />}>
        <Refused attempt={attempt} />
        {done === 'countries.archive' && <Done>{archive('done')}</Done>}
        {adding && <CreateCountry adding={adding} attempt={attempt} />}
        <div className="flex flex-wrap items-center gap-2">
          <ListSearch at={at} label={t('search')} words={words} kept={{ archived }} />
          <FilterLink href={archived ? at : `${at}?archived=yes`} isChosen={archived !== undefined}>
            {t('archived')}
          </FilterLink>
        </div>
        {archived && total === 0 ? (
          <Empty title={t('none-archived')} action={<ButtonLink href={at}>{t('show-all')}</ButtonLink>} />
        ) : total === 0 ? (
          <Empty title={t('empty')}>{t('empty-explained')}</Empty>
        ) : countries.length === 0 ? (
          <Empty title={t('none')} action={<ButtonLink href={at}>{t('show-all')}</ButtonLink>} />
        ) : (
          <ul className="divide-y divide-line border-y border-line">
            {countries.map((country) => (
              <Row key={country.code} country={country} />
            ))}
          </ul>
        )}
      </Page>
    </>
  )
}

function Row({ country }: { country: ListedCountry }) {
  const t = useTranslations('countries.list')
  const { code, code3, numericCode, name, timeZone, currency, partnerships, firstYear, lastYear } = country
  return (
    <li className="grid items-center gap-x-5 gap-y-0.5 py-2.5 lg:grid-cols-[minmax(0,1fr)_9rem_12rem_10rem]">
      <span className="flex min-w-0 flex-wrap items-center gap-x-2">
        <Flag code={code} />
        <Link href={`${at}/${code}`} className="quiet-link font-medium">
          <RecordText text={name} />
        </Link>
        <span className="text-small text-ink-2">{partnerships.join(', ')}</span>
      </span>
      <Code>{`${code} ${code3} ${numericCode}`}</Code>
      <span className="text-small text-ink-2">{`${timeZone} · ${currency}`}</span>
      <span className="text-small text-ink-2 lg:text-end">
        {firstYear === null || lastYear === null
          ? t('no-calendar')
          : t('calendar', { first: String(firstYear), last: String(lastYear) })}
      </span>
    </li>
  )
}

/** Which country of the standard: the form for it opens with what is known of it. */
function Add({ others }: { others: readonly string[] }) {
  const t = useTranslations('countries.list')
  const language = useLocale()
  const named = others
    .map((code) => ({ code, name: countryName(code, language) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, language))
  return (
    <Panel title={t('add')}>
      <form method="get" action={at} className="flex flex-col gap-3">
        <label className="flex flex-col gap-1">
          <span className="font-medium">{t('choose')}</span>
          <select name="code" className="field">
            {named.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <div>
          <button className="button">{t('go-on')}</button>
        </div>
      </form>
    </Panel>
  )
}
