import { ChevronRight } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { PageHeader } from '#components/frame/page-header.tsx'
import { useRegionName } from '#components/initiatives/use-region-name.ts'
import { PostLine } from '#components/people/post.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { Page } from '#components/ui/page.tsx'
import { Paging } from '#components/ui/paging.tsx'
import { Code, Tag } from '#components/ui/tag.tsx'
import { useWord } from '#components/ui/use-word.tsx'
import type { AuditEvent, AuditEventList, EventChange } from '#lib/audit-events/list.ts'
import type { NamedRecord } from '#lib/audit-events/names-of.ts'
import { countryName } from '#lib/format/country.ts'
import { formatMoment } from '#lib/format/date.ts'
import { partnershipOf } from '#lib/rules/codes.ts'
import { Fields } from './fields.tsx'
import { EventFilters } from './filters.tsx'

const at = '/admin/audit-events'

/** Who did what, the newest first. */
export function AuditEvents({ found }: { found: AuditEventList }) {
  const t = useTranslations('audit-events.list')
  const isFiltered = Object.values(found.filter).some((one) => one !== undefined)
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} />
      <Page>
        <EventFilters found={found} at={at} />
        {found.total > 0 && (
          <p className="text-ink-2">{t(found.areMore ? 'count-more' : 'count', { count: found.total })}</p>
        )}
        {found.events.length === 0 ? (
          <Empty
            title={t(isFiltered ? 'none-found' : 'none')}
            action={isFiltered && <ButtonLink href={at}>{t('show-all')}</ButtonLink>}
          />
        ) : (
          <ol className="divide-y divide-line border-t border-line">
            {found.events.map((event) => (
              <Event key={event.key} event={event} names={found.names} timeZone={found.timeZone} />
            ))}
          </ol>
        )}
        <Paging at={at} filter={found.filter} next={found.next} isContinued={found.isContinued} />
      </Page>
    </>
  )
}

type Names = Readonly<Record<string, NamedRecord>>

function Event({ event, names, timeZone }: { event: AuditEvent; names: Names; timeZone: string }) {
  const t = useTranslations('audit-events.list')
  const word = useWord((messages) => messages['audit-events'].act)
  const language = useLocale()
  const [first] = event.changes
  const about = first && names[first.record]
  return (
    <li>
      <details className="group">
        <summary className="grid cursor-pointer items-baseline gap-x-4 gap-y-1 py-2.5 hover:bg-sunk md:grid-cols-[1rem_11rem_minmax(0,1fr)_auto]">
          <ChevronRight className="hidden self-center text-ink-3 transition-transform group-open:rotate-90 md:block" />
          <time dateTime={event.at} className="text-ink-2">
            {formatMoment(new Date(event.at), timeZone, language)}
          </time>
          <span className="flex min-w-0 flex-col gap-0.5">
            <span>
              <span className="font-medium">{word(event.act.replace('.', '-')) ?? t('act')}</span>
              {about && (
                <span className="text-ink-2">
                  {'\u00A0· '}
                  <Name of={about} />
                </span>
              )}
            </span>
            <span className="text-small text-ink-2">
              {event.person !== null && `${event.person}, `}
              {event.post ? <PostLine post={event.post} /> : t('import')}
            </span>
          </span>
          <Audience event={event} />
        </summary>
        <div className="flex flex-col gap-3 pb-3.5 md:pl-56">
          {event.changes.map((change, n) => (
            // What was loaded stands in its sources' words, and they are in English.
            <Change
              key={n}
              change={change}
              names={names}
              timeZone={timeZone}
              writtenIn={event.post ? undefined : 'en'}
            />
          ))}
          {event.size > event.changes.length && (
            <p className="text-ink-2">{t('more', { count: event.size - event.changes.length })}</p>
          )}
        </div>
      </details>
    </li>
  )
}

function Audience({ event: { audience, partnership } }: { event: AuditEvent }) {
  const t = useTranslations('audit-events.audience')
  const language = useLocale()
  const words =
    audience.kind === 'side' || audience.kind === 'registry'
      ? t(audience.kind, { side: countryName(audience.side ?? '', language) })
      : t(audience.kind)
  return (
    <span className="flex flex-wrap gap-1">
      {partnership !== null && <Tag>{partnership}</Tag>}
      <Tag tone={audience.kind === 'side' || audience.kind === 'registry' ? 'accent' : 'plain'}>{words}</Tag>
    </span>
  )
}

function Change({
  change,
  names,
  timeZone,
  writtenIn,
}: {
  change: EventChange
  names: Names
  timeZone: string
  writtenIn: 'en' | undefined
}) {
  const t = useTranslations('audit-events.list')
  const record = useWord((messages) => messages['audit-events'].record)
  const kind = useTranslations('audit-events.history.kind')
  const regionName = useRegionName()
  const named = names[change.record]
  const href = named && addressOf(named)
  return (
    <div className="flex flex-col gap-1">
      <p>
        <span className="text-ink-2">
          {kind(change.kind)}: {record(change.table) ?? t('record')}
        </span>
        {named && (
          <>
            {' '}
            {href === undefined ? (
              <Name of={named} />
            ) : (
              <Link href={href} className="quiet-link">
                <Name of={named} />
              </Link>
            )}
          </>
        )}
      </p>
      {change.kind !== 'left' && (
        <Fields
          fields={change.fields}
          names={names}
          timeZone={timeZone}
          writtenIn={writtenIn}
          regionName={regionName}
        />
      )}
    </div>
  )
}

function Name({ of: { code, title } }: { of: NamedRecord }) {
  return (
    <>
      {code !== null && <Code>{code}</Code>}{' '}
      {typeof title === 'string' ? title : <span lang={title.language}>{title.text}</span>}
    </>
  )
}

/** Where the record has a page. */
function addressOf({ code, table }: NamedRecord): string | undefined {
  const partnership = code === null ? undefined : partnershipOf(code)
  const pages = ['milestones', 'initiatives', 'agreements', 'meetings', 'sources']
  return partnership !== undefined && pages.includes(table) ? `/${partnership}/${table}/${code}` : undefined
}
