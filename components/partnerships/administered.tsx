import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { PageHeader } from '#components/frame/page-header.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { FilterLink } from '#components/ui/filter.tsx'
import { Flag } from '#components/ui/flag.tsx'
import { Page } from '#components/ui/page.tsx'
import { RecordText } from '#components/ui/record-text.tsx'
import { ListSearch } from '#components/ui/list-search.tsx'
import { Refused } from '#components/ui/refused.tsx'
import { Code, Tag } from '#components/ui/tag.tsx'
import { countryName } from '#lib/format/country.ts'
import { formatDue } from '#lib/format/due.ts'
import type { AdministeredPartnership, AdministeredPartnerships } from '#lib/partnerships/administered.ts'
import type { Attempt } from '#lib/runner/attempts.ts'
import { CreatePartnership } from './create.tsx'

const at = '/admin/partnerships'

/** `attempt`: a partnership that was refused, with what was typed. */
export function Partnerships({
  found,
  attempt,
}: {
  found: AdministeredPartnerships
  attempt: Attempt | undefined
}) {
  const t = useTranslations('partnerships.administered')
  const create = useTranslations('partnerships.create')
  const list = useTranslations('countries.list')
  const { partnerships, total, countries, archived, isEmpty } = found
  const mayOpen = countries.length > 1
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('count', { count: total })}
        actions={
          mayOpen &&
          !found.isOpening && (
            <ButtonLink href={`${at}?act=open`} kind="main">
              {create('open')}
            </ButtonLink>
          )
        }
      />
      <Page>
        <Refused attempt={attempt} />
        {found.isOpening && mayOpen && (
          <CreatePartnership countries={countries} attempt={attempt} page={at} />
        )}
        {!mayOpen && (
          <Empty
            title={create('too-few')}
            action={<ButtonLink href="/admin/countries">{list('title')}</ButtonLink>}
          />
        )}
        {!isEmpty && (
          <div className="flex flex-wrap items-center gap-2">
            <ListSearch at={at} label={t('search')} words={found.words} kept={{ archived }} />
            <FilterLink
              href={archived === undefined ? `${at}?archived=yes` : at}
              isChosen={archived !== undefined}
            >
              {t('archived')}
            </FilterLink>
          </div>
        )}
        {isEmpty && mayOpen && !found.isOpening && <Empty title={t('empty')}>{t('empty-explained')}</Empty>}
        {!isEmpty && partnerships.length === 0 && (
          <Empty
            title={t(total > 0 ? 'none' : archived === undefined ? 'all-archived' : 'none-archived')}
            action={<ButtonLink href={at}>{list('show-all')}</ButtonLink>}
          />
        )}
        {partnerships.length > 0 && (
          <ul className="divide-y divide-line border-y border-line">
            {partnerships.map((partnership) => (
              <Row key={partnership.code} partnership={partnership} />
            ))}
          </ul>
        )}
      </Page>
    </>
  )
}

function Row({
  partnership: { code, title, sides, starts, ends, directions, isArchived, waiting },
}: {
  partnership: AdministeredPartnership
}) {
  const t = useTranslations('partnerships.administered')
  const language = useLocale()
  return (
    <li className="grid items-center gap-x-5 gap-y-1 py-2.5 lg:grid-cols-[5rem_minmax(0,1fr)_15rem_8rem]">
      <Code>{code}</Code>
      <span className="flex min-w-0 flex-wrap items-center gap-2">
        <span className="flex gap-1">
          {sides.map((side) => (
            <Flag key={side} code={side} />
          ))}
        </span>
        <Link href={`${at}/${code}`} className="quiet-link font-medium">
          <RecordText text={title} />
        </Link>
        {!isArchived && waiting.length > 0 && (
          <Tag tone="warn">
            {t('waiting', { sides: waiting.map((side) => countryName(side, language)).join(', ') })}
          </Tag>
        )}
      </span>
      <span className="text-small text-ink-2">
        {formatDue(starts, language)} – {formatDue(ends, language)}
      </span>
      <span className="text-small text-ink-2 lg:text-end">{t('directions', { count: directions })}</span>
    </li>
  )
}
