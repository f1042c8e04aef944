import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { PageHeader } from '#components/frame/page-header.tsx'
import { FilteredList } from '#components/ui/filtered-list.tsx'
import { RecordText } from '#components/ui/record-text.tsx'
import { useWord } from '#components/ui/use-word.tsx'
import { countryName } from '#lib/format/country.ts'
import type { ListedOrganisation, OrganisationList } from '#lib/organisations/list.ts'
import { Countries } from './countries.tsx'

export function Organisations({ found }: { found: OrganisationList }) {
  const t = useTranslations('organisations.list')
  const kind = useWord((messages) => messages.organisations.kind)
  const language = useLocale()
  const { partnership, filter, organisations, total } = found
  const at = `/${partnership.code}/organisations`
  const place = (country: string) =>
    country === 'joint' ? t('joint') : country === 'other' ? t('other') : countryName(country, language)
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('count', { count: total })} />
      <FilteredList
        at={at}
        name={t('filter.title')}
        selects={[
          {
            name: 'country',
            label: t('filter.country'),
            chosen: filter.country ?? '',
            options: found.countries.map(({ country, size }) => ({
              value: country,
              label: `${place(country)} (${size})`,
            })),
          },
          {
            name: 'kind',
            label: t('filter.kind'),
            chosen: filter.kind ?? '',
            options: found.kinds.map(({ kind: one, size }) => ({
              value: one,
              label: `${kind(one) ?? one} (${size})`,
            })),
          },
        ]}
        none={t('none')}
        showAll={t('show-all')}
        page={found}
      >
        {organisations.map((organisation) => (
          <Row key={organisation.code} organisation={organisation} at={at} />
        ))}
      </FilteredList>
    </>
  )
}

function Row({
  organisation: { code, name, acronym, kind, countries, leads, openMilestones },
  at,
}: {
  organisation: ListedOrganisation
  at: string
}) {
  const t = useTranslations('organisations.list')
  const word = useWord((messages) => messages.organisations.kind)
  return (
    <li className="grid items-baseline gap-x-5 gap-y-0.5 py-2 lg:grid-cols-[minmax(0,1fr)_12rem_8rem_9rem]">
      <span className="flex min-w-0 items-start gap-2">
        <Countries codes={countries} />
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
      <span className="text-small text-ink-2 lg:text-end">{leads > 0 && t('leads', { count: leads })}</span>
      <span className="text-small text-ink-2 lg:text-end">
        {openMilestones > 0 && t('open', { count: openMilestones })}
      </span>
    </li>
  )
}
