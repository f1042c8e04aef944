import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { Inferred, NotStated, Own, Remark, SharedCount } from '#components/facts/marks.tsx'
import { VisibleTo } from '#components/facts/visible-to.tsx'
import { PageHeader } from '#components/frame/page-header.tsx'
import { Panel } from '#components/ui/card.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { Fact, Facts } from '#components/ui/facts.tsx'
import { Page, Section } from '#components/ui/page.tsx'
import { RecordText } from '#components/ui/record-text.tsx'
import { Code } from '#components/ui/tag.tsx'
import { formatPeriod } from '#lib/format/date.ts'
import { formatDue } from '#lib/format/due.ts'
import { shortCode } from '#lib/rules/codes.ts'
import type { RestingRecord, SourcePage } from '#lib/sources/source.ts'
import { PageLink } from './cited.tsx'

export function Source({ found }: { found: SourcePage }) {
  const t = useTranslations('sources.source')
  const { partnership, code, title, url, note, resting } = found
  const kinds = [...new Set(resting.map(({ kind }) => kind))]
  return (
    <>
      <PageHeader
        title={<span className="font-mono font-normal">{code}</span>}
        isHeading={false}
        back={{ href: `/${partnership.code}/sources`, name: t('back') }}
      />
      <Page aside={<Known found={found} />}>
        <div className="flex flex-col gap-2">
          <h1 className="text-head font-strong">{title}</h1>
          {url === null ? (
            <p className="text-ink-2">{t('no-address')}</p>
          ) : (
            <p>
              <PageLink url={url}>{url}</PageLink>
            </p>
          )}
        </div>
        <Section title={t('resting')} count={<SharedCount of={resting} />}>
          {resting.length === 0 && (
            <div className="pt-3">
              <Empty title={t('nothing-rests')} />
            </div>
          )}
          {kinds.map((kind) => (
            <RestingOf
              key={kind}
              kind={kind}
              records={resting.filter((record) => record.kind === kind)}
              partnership={partnership.code}
              said={note}
            />
          ))}
        </Section>
      </Page>
    </>
  )
}

function Known({ found: { publisher, published, dateInferred, note, audience } }: { found: SourcePage }) {
  const t = useTranslations('sources.source')
  const language = useLocale()
  return (
    <Panel>
      <Facts>
        <Fact name={t('publisher')}>{publisher}</Fact>
        <Fact name={t('published')}>
          {published ? formatDue(published, language, 'long') : <NotStated />} {dateInferred && <Inferred />}
        </Fact>
        {note !== null && (
          <Fact name={t('note')}>
            <Remark>{note}</Remark>
          </Fact>
        )}
        <Fact name={t('visible-to')}>
          <VisibleTo audience={audience} />
        </Fact>
      </Facts>
    </Panel>
  )
}

/** `said`: the source's own note, which is not repeated. */
function RestingOf({
  kind,
  records,
  partnership,
  said,
}: {
  kind: RestingRecord['kind']
  records: readonly RestingRecord[]
  partnership: string
  said: string | null
}) {
  const t = useTranslations('sources.kind')
  const language = useLocale()
  return (
    <div className="grid gap-x-6 gap-y-1 border-b border-line py-3 md:grid-cols-[11rem_minmax(0,1fr)]">
      <h3 className="text-ink-2">{t(kind, { count: records.length })}</h3>
      <ul className="flex min-w-0 flex-col gap-1.5">
        {records.map((record, at) => (
          <li key={at} className="min-w-0">
            <Link href={addressOf(record, partnership)} className="quiet-link">
              {record.code !== null && record.kind !== 'contradiction' && (
                <>
                  <Code>{shortCode(record.code, partnership)}</Code>{' '}
                </>
              )}
              {record.title && <RecordText text={record.title} />}
              {record.period && formatPeriod(record.period.from, record.period.to, language)}
            </Link>{' '}
            {record.own && <Own />}
            {record.note !== null && record.note !== said && (
              <span className="block text-small">
                <Remark>{record.note}</Remark>
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

function addressOf({ page, code, kind }: RestingRecord, partnership: string) {
  const at = `/${partnership}/${page}`
  if (code === null) return at
  return kind === 'contradiction' ? `${at}#contradiction-${code}` : `${at}/${code}`
}
