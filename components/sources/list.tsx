import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { Inferred, Own } from '#components/facts/marks.tsx'
import { PageHeader } from '#components/frame/page-header.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { FilteredList } from '#components/ui/filtered-list.tsx'
import { formatDue } from '#lib/format/due.ts'
import type { ListedSource, SourceList } from '#lib/sources/list.ts'

export function SourcesList({ found }: { found: SourceList }) {
  const t = useTranslations('sources.list')
  const records = useTranslations('records')
  const { partnership, filter, sources, total, own } = found
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
      <FilteredList
        at={at}
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
        none={t('none')}
        showAll={t('show-all')}
        page={found}
      >
        {sources.map((source) => (
          <Row key={source.code} source={source} at={at} />
        ))}
      </FilteredList>
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
