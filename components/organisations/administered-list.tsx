import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { PageHeader } from '#components/frame/page-header.tsx'
import { Act } from '#components/ui/act.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Done } from '#components/ui/done.tsx'
import { KeptList } from '#components/ui/kept-list.tsx'
import { Page } from '#components/ui/page.tsx'
import { RecordText } from '#components/ui/record-text.tsx'
import { Refused } from '#components/ui/refused.tsx'
import { Select } from '#components/ui/select.tsx'
import { Code } from '#components/ui/tag.tsx'
import { useWord } from '#components/ui/use-word.tsx'
import type {
  AdministeredOrganisation,
  AdministeredOrganisations,
} from '#lib/organisations/administered-list.ts'
import type { Attempt } from '#lib/runner/attempts.ts'
import { Countries } from './countries.tsx'
import { OrganisationFields } from './fields.tsx'

const at = '/admin/organisations'

/** The organisations that the admin of a side keeps. `act`: the form that the address opens. */
export function AdministeredOrganisationList({
  found,
  act,
  attempt,
  done,
}: {
  found: AdministeredOrganisations
  act: string | undefined
  attempt: Attempt | undefined
  done: string | undefined
}) {
  const t = useTranslations('organisations.administered')
  const said = useWord((messages) => messages.organisations.done)
  const { organisations, total, filter, languages, otherCountries } = found
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('count', { count: total })}
        actions={
          <ButtonLink href={`${at}?act=create`} kind="main">
            {t('create')}
          </ButtonLink>
        }
      />
      <Page>
        <Refused attempt={attempt} />
        {done !== undefined && said(done) && <Done>{said(done)}</Done>}
        {act === 'create' && (
          <Act
            title={t('create-title')}
            explain={t('create-explain')}
            action="/api/v1/organisations"
            attempt={attempt}
            draft="organisations.create"
            button={t('create')}
            back={at}
          >
            <OrganisationFields languages={languages} />
            <Select
              name="jointCountry"
              label={t('joint')}
              hint={t('joint-hint')}
              none={t('joint-none')}
              options={otherCountries.map(({ code, name }) => ({ value: code, label: name.text }))}
              isOptional
            />
          </Act>
        )}
        <KeptList
          at={at}
          filter={filter}
          away="archived"
          words={{
            search: t('search'),
            away: t('archived'),
            none: t('none'),
            noneAway: t('none-archived'),
            noneFound: t('none-found'),
            create: t('create'),
            showAll: t('show-all'),
          }}
          page={found}
        >
          {organisations.map((organisation) => (
            <Row key={organisation.code} organisation={organisation} />
          ))}
        </KeptList>
      </Page>
    </>
  )
}

function Row({
  organisation: { code, name, acronym, kind, countries, posts },
}: {
  organisation: AdministeredOrganisation
}) {
  const t = useTranslations('organisations.administered')
  const word = useWord((messages) => messages.organisations.kind)
  return (
    <li className="grid items-baseline gap-x-5 gap-y-0.5 py-2 lg:grid-cols-[9rem_minmax(0,1fr)_12rem_7rem]">
      <Code>{code}</Code>
      <span className="flex min-w-0 items-start gap-2">
        {countries.length > 1 && <Countries codes={countries} />}
        <span className="min-w-0 self-baseline">
          <Link href={`${at}/${code}`} className="quiet-link font-medium">
            <RecordText text={name} />
          </Link>
          {acronym !== null && !name.text.includes(acronym) && (
            <span className="ml-1.5 text-ink-2">{acronym}</span>
          )}
        </span>
      </span>
      <span className="text-small text-ink-2">{word(kind) ?? kind}</span>
      <span className="text-small text-ink-2 lg:text-end">{t('posts', { count: posts })}</span>
    </li>
  )
}
