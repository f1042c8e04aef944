import { useLocale, useTranslations } from 'next-intl'
import Link from 'next/link'
import { DecreeForm } from '#components/calendars/decree.tsx'
import { Decrees } from '#components/calendars/decrees.tsx'
import { CalendarYear } from '#components/calendars/year.tsx'
import { PageHeader } from '#components/frame/page-header.tsx'
import { Archived } from '#components/ui/archived.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Done } from '#components/ui/done.tsx'
import { Fact, Facts } from '#components/ui/facts.tsx'
import { Flag } from '#components/ui/flag.tsx'
import { Page } from '#components/ui/page.tsx'
import { RecordText } from '#components/ui/record-text.tsx'
import { Refused } from '#components/ui/refused.tsx'
import { Code } from '#components/ui/tag.tsx'
import type { CountryPage } from '#lib/countries/country.ts'
import { currencyName } from '#lib/format/currency-name.ts'
import { languageName } from '#lib/format/language-name.ts'
import type { Attempt } from '#lib/runner/attempts.ts'
import type { SaidProblem } from '#lib/runner/say.ts'
import { ArchiveCountry } from './archive.tsx'
import { ChangeCountry } from './change.tsx'

/** `act`: the form that the address opens; `attempt`: what came back refused; `problem`: what is wrong with a decree that is
 *  being typed; `done`: the command that led here. */
export function Country({
  found,
  act,
  attempt,
  problem,
  done,
}: {
  found: CountryPage
  act: string | undefined
  attempt: Attempt | undefined
  problem: SaidProblem | null
  done: string | undefined
}) {
  const t = useTranslations('countries')
  const decree = useTranslations('calendars.decree')
  const { country } = found
  const page = `/admin/countries/${country.code}`
  return (
    <>
      <PageHeader
        title={
          <span className="flex items-center gap-2">
            <Flag code={country.code} className="size-4.5" />
            <span lang={country.name.language}>{country.name.text}</span>
          </span>
        }
        back={{ href: '/admin/countries', name: t('country.back') }}
      />
      <Page>
        <Refused attempt={attempt} />
        {done === 'countries.create' && <Done>{t('create.done')}</Done>}
        {done === 'countries.change' && <Done>{t('change.done')}</Done>}
        {done === 'countries.unarchive' && <Done>{t('unarchive.done')}</Done>}
        {done === 'calendars.decree' && <Done>{decree('done')}</Done>}
        {country.isArchived ? (
          <>
            <Archived
              action={`/api/v1/countries/${country.code}/unarchivals`}
              version={country.version}
              attempt={attempt}
              button={t('unarchive.button')}
            >
              {t('country.is-archived')}
            </Archived>
            <About country={country} />
          </>
        ) : act === 'change' ? (
          <ChangeCountry country={country} attempt={attempt} page={page} />
        ) : act === 'decree' ? (
          <DecreeForm found={found} attempt={attempt} problem={problem} page={page} />
        ) : act === 'archive' ? (
          <ArchiveCountry found={found} attempt={attempt} page={page} />
        ) : (
          <section className="flex flex-col items-start gap-3">
            <About country={country} />
            <div className="flex flex-wrap gap-2">
              <ButtonLink href={`${page}?act=change`}>{t('change.title')}</ButtonLink>
              <ButtonLink href={`${page}?act=archive`}>{t('archive.open')}</ButtonLink>
            </div>
          </section>
        )}
        <CalendarYear found={found} page={page} mayDecree={!country.isArchived && act !== 'decree'} />
        <Decrees decrees={found.decrees} justEntered={done === 'calendars.decree'} />
      </Page>
    </>
  )
}

function About({ country }: { country: CountryPage['country'] }) {
  const t = useTranslations('countries')
  const language = useLocale()
  return (
    <Facts>
      <Fact name={t('field.codes')}>
        <Code>{`${country.code} ${country.code3} ${country.numericCode}`}</Code>
      </Fact>
      <Fact name={t('field.official-name')}>
        <RecordText text={country.officialName} />
      </Fact>
      <Fact name={t('field.capital')}>
        <RecordText text={country.capital} />
      </Fact>
      <Fact name={t('field.time-zone')}>{country.timeZone}</Fact>
      <Fact
        name={t('field.currency')}
      >{`${country.currency} · ${currencyName(country.currency, language)}`}</Fact>
      <Fact name={t('field.languages')}>
        {country.languages.map((one) => languageName(one, language)).join(', ')}
      </Fact>
      <Fact name={t('list.partnerships')}>
        {country.partnerships.length === 0
          ? t('country.no-partnership')
          : country.partnerships.map(({ code, title }) => (
              <Link key={code} href={`/admin/partnerships/${code}`} className="link mr-3">
                <RecordText text={title} isQuiet />
              </Link>
            ))}
      </Fact>
      {country.note !== null && <Fact name={t('field.note')}>{country.note}</Fact>}
    </Facts>
  )
}
