import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { Inferred, Own } from '#components/facts/marks.tsx'
import { PageHeader } from '#components/frame/page-header.tsx'
import { Dotted } from '#components/ui/dotted.tsx'
import { FilteredList } from '#components/ui/filtered-list.tsx'
import { RecordText } from '#components/ui/record-text.tsx'
import { useWord } from '#components/ui/use-word.tsx'
import type { AgreementList, ListedAgreement } from '#lib/agreements/list.ts'
import { formatDue } from '#lib/format/due.ts'
import { AgreementKind } from './kind.tsx'

export function Agreements({ found }: { found: AgreementList }) {
  const t = useTranslations('agreements.list')
  const kind = useWord((messages) => messages.agreements.kind)
  const records = useTranslations('records')
  const { partnership, filter, agreements, total, own } = found
  const at = `/${partnership.code}/agreements`
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
      <FilteredList
        at={at}
        name={t('filter.title')}
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
            name: 'kind',
            label: t('filter.kind'),
            chosen: filter.kind ?? '',
            options: found.kinds.map(({ kind: one, size }) => ({
              value: one,
              label: `${kind(one) ?? one} (${size})`,
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
        {agreements.map((agreement) => (
          <Row key={agreement.code} agreement={agreement} at={at} />
        ))}
      </FilteredList>
    </>
  )
}

function Row({
  agreement: { code, kind, title, signed, place, inferred, own, directions, initiatives },
  at,
}: {
  agreement: ListedAgreement
  at: string
}) {
  const t = useTranslations('agreements.list')
  const language = useLocale()
  return (
    <li className="grid items-baseline gap-x-5 gap-y-0.5 py-2.5 md:grid-cols-[8.5rem_minmax(0,1fr)_9rem]">
      <span className="text-ink-2">{signed ? formatDue(signed, language) : t('undated')}</span>
      <span className="min-w-0">
        <Link href={`${at}/${code}`} className="quiet-link font-medium">
          <RecordText text={title} />
        </Link>
        <span className="block text-small text-ink-2">
          <Dotted>
            <AgreementKind kind={kind} />
            {place !== null && <span lang="en">{place}</span>}
            {directions.map(({ code: direction, title: name }) => (
              <RecordText key={direction} text={name} isQuiet />
            ))}
          </Dotted>{' '}
          {inferred && <Inferred />} {own && <Own />}
        </span>
      </span>
      <span className={`text-small md:text-end ${initiatives > 0 ? 'text-ink-2' : 'text-ink-3'}`}>
        {t('initiatives', { count: initiatives })}
      </span>
    </li>
  )
}
