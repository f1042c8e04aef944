import { useLocale, useTranslations } from 'next-intl'
import { InitiativeTable } from '#components/directions/initiative-table.tsx'
import { PageHeader } from '#components/frame/page-header.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { FilterSelects } from '#components/ui/filter-selects.tsx'
import { Page } from '#components/ui/page.tsx'
import { Paging } from '#components/ui/paging.tsx'
import { countryName } from '#lib/format/country.ts'
import type { InitiativeList } from '#lib/initiatives/list.ts'

export function Initiatives({ found }: { found: InitiativeList }) {
  const t = useTranslations('initiatives.list')
  const create = useTranslations('initiatives.create')
  const records = useTranslations('records')
  const standing = useTranslations('initiatives.standing')
  const language = useLocale()
  const { partnership, filter, initiatives, total, own, mayCreate } = found
  const at = `/${partnership.code}/initiatives`
  const isFiltered = Object.values(filter).some((value) => value !== undefined)
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={
          own === 0
            ? t('count', { count: total })
            : records('with-own', { shared: String(total), own: String(own) })
        }
      />
      <Page>
        <div className="no-print flex flex-wrap items-center gap-2">
          <Find at={at} filter={filter} />
          {mayCreate && (
            <div className="md:ml-auto">
              <ButtonLink
                href={`${at}/new${filter.direction ? `?direction=${filter.direction}` : ''}`}
                kind="main"
              >
                {create('open')}
              </ButtonLink>
            </div>
          )}
        </div>
        <FilterSelects
          name={t('filter.title')}
          kept={{ words: filter.words }}
          selects={[
            {
              name: 'direction',
              label: t('filter.direction'),
              chosen: filter.direction ?? '',
              options: found.directions.map(({ code, title, size }) => ({
                value: code,
                label: `${title.text} (${size})`,
              })),
            },
            {
              name: 'side',
              label: t('filter.side'),
              chosen: filter.side ?? '',
              options: found.sides.map(({ side, size }) => ({
                value: side,
                label: `${countryName(side, language)} (${size})`,
              })),
            },
            {
              name: 'standing',
              label: t('filter.standing'),
              chosen: filter.standing ?? '',
              options: found.standings.map(({ standing: one, size }) => ({
                value: one,
                label: `${standing(one)} (${size})`,
              })),
            },
          ]}
        />
        {initiatives.length > 0 ? (
          <InitiativeTable name={t('title')} initiatives={initiatives} partnership={partnership.code} />
        ) : isFiltered || found.isContinued ? (
          <Empty title={t('none')} action={<ButtonLink href={at}>{t('show-all')}</ButtonLink>} />
        ) : (
          <Empty title={t('none-yet')}>{t('none-yet-explained')}</Empty>
        )}
        <Paging at={at} filter={filter} next={found.next} isContinued={found.isContinued} />
      </Page>
    </>
  )
}

/** A plain form: the words stand in the address beside what is filtered. */
function Find({ at, filter: { words, ...rest } }: { at: string; filter: InitiativeList['filter'] }) {
  const t = useTranslations('initiatives.list')
  return (
    <form method="get" action={at} role="search" aria-label={t('words')} className="flex gap-2 max-md:w-full">
      {Object.entries(rest).map(
        ([name, value]) =>
          value !== undefined && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <input
        type="search"
        name="words"
        aria-label={t('words')}
        placeholder={t('words')}
        defaultValue={words}
        maxLength={200}
        className="field md:w-64!"
      />
      <button className="button">{t('find')}</button>
    </form>
  )
}
