import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { Inferred, Own } from '#components/facts/marks.tsx'
import { PageHeader } from '#components/frame/page-header.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { FilterSelects } from '#components/ui/filter-selects.tsx'
import { Page } from '#components/ui/page.tsx'
import { Paging } from '#components/ui/paging.tsx'
import { formatDue } from '#lib/format/due.ts'
import type { ListedSource, SourceList } from '#lib/sources/list.ts'

export function SourcesList({ found }: { found: SourceList }) {
  const t = useTranslations('sources.list')
  const records = useTranslations('records')
  const { partnership, filter, sources, total, own, next, isContinued } = found
  const at = `/${partnership.code}/sources`
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={
          own === 0
            ? t('count', { count: total })
            : records('with-own', { shared: String(total), own: String(own) })
        }
        actions={<ButtonLink href={`/${partnership.code}/contradictions`}>{t('contradictions')}</ButtonLink>}
      />
      <Page>
        <FilterSelects
          name={t('filter.title')}
          selects={[
            {
              name: 'publisher',
              label: t('filter.publisher'),
              chosen: filter.publisher ?? '',
              options: found.publishers.map(({ publisher, size }) => ({
                value: publisher,
                label: `${publisher} (${size})`,
              })),
            },
            {
              name: 'year',
              label: t('filter.year'),
              chosen: filter.year ?? '',
              options: found.years.map(({ year, size }) => ({
                value: year,
                label: `${year === 'undated' ? t('undated') : year} (${size})`,
              })),
            },
          ]}
        />
        {sources.length === 0 ? (
          <Empty title={t('none')} action={<ButtonLink href={at}>{t('show-all')}</ButtonLink>} />
        ) : (
          <ul className="divide-y divide-line border-t border-line">
            {sources.map((source) => (
              <Row key={source.code} source={source} at={at} />
            ))}
          </ul>
        )}
        <Paging at={at} filter={filter} next={next} isContinued={isContinued} />
      </Page>
    </>
  )
}

function Row({
  source: { code, title, publisher, published, dateInferred, own, cited },
  at,
}: {
  source: ListedSource
  at: string
}) {
  const t = useTranslations('sources.list')
  const language = useLocale()
  return (
    <li className="grid items-baseline gap-x-5 gap-y-0.5 py-2.5 md:grid-cols-[8.5rem_minmax(0,1fr)_7rem]">
      <span className="text-ink-2">{published ? formatDue(published, language) : t('undated')}</span>
      <span className="min-w-0">
        <Link href={`${at}/${code}`} className="quiet-link font-medium">
          {title}
        </Link>
        <span className="flex flex-wrap items-center gap-x-2 text-small text-ink-2">
          {publisher} {dateInferred && <Inferred />} {own && <Own />}
        </span>
      </span>
      <span className="text-small text-ink-2 md:text-end">{t('cited', { count: cited })}</span>
    </li>
  )
}
