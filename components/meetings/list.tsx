import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Inferred, Own, SharedCount } from '#components/facts/marks.tsx'
import { PageHeader } from '#components/frame/page-header.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Figure, Figures } from '#components/ui/card.tsx'
import { Dotted } from '#components/ui/dotted.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { FilterSelects } from '#components/ui/filter-selects.tsx'
import { Page, Section } from '#components/ui/page.tsx'
import { Paging } from '#components/ui/paging.tsx'
import { RecordText } from '#components/ui/record-text.tsx'
import type { ListedMeeting, LooseDecision, MeetingList } from '#lib/meetings/list.ts'
import { Decision } from './decision.tsx'
import { Held, MeetingKind, MeetingMode, PlannedTag } from './held.tsx'
import { SeriesList } from './series.tsx'

/** What is planned, what returns, what was held year by year, and what was decided without an initiative coming of it. */
export function Meetings({ found }: { found: MeetingList }) {
  const t = useTranslations('meetings.list')
  const records = useTranslations('records')
  const { partnership, filter, planned, held, series, past, withoutInitiative, size, next, isContinued } =
    found
  const at = `/${partnership.code}/meetings`
  const isWhole = filter.year === undefined && !isContinued
  const years = [...new Set(held.map((meeting) => meeting.held.on.slice(0, 4)))]
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={
          size.own === 0
            ? t('count', { count: size.meetings })
            : records('with-own', { shared: String(size.meetings), own: String(size.own) })
        }
      />
      <Page>
        {isWhole && (
          <Figures>
            <Figure value={size.decisions} name={t('decisions')} />
            <Figure
              value={size.past}
              name={
                size.past > 0 ? (
                  <a href="#past" className="link">
                    {t('past')}
                  </a>
                ) : (
                  t('past')
                )
              }
              tone={size.past > 0 ? 'warn' : 'plain'}
            />
            <Figure
              value={size.loose}
              name={
                size.loose > 0 ? (
                  <a href="#without-initiative" className="link">
                    {t('loose')}
                  </a>
                ) : (
                  t('loose')
                )
              }
            />
          </Figures>
        )}
        {isWhole && (
          <Section title={t('planned')} count={<SharedCount of={planned} />}>
            {planned.length === 0 ? (
              <p className="py-2.5 text-ink-2">{t('none-planned')}</p>
            ) : (
              <ul className="divide-y divide-line">
                {planned.map((meeting) => (
                  <Row key={meeting.code} meeting={meeting} at={at} />
                ))}
              </ul>
            )}
          </Section>
        )}
        {series.length > 0 && (
          <Section title={t('series')} count={series.length}>
            <SeriesList series={series} partnership={partnership.code} today={partnership.today} />
          </Section>
        )}
        <FilterSelects
          name={t('filter.title')}
          selects={[
            {
              name: 'year',
              label: t('filter.year'),
              chosen: filter.year ?? '',
              options: found.years.map(({ year, size: many }) => ({
                value: year,
                label: `${year} (${many})`,
              })),
            },
          ]}
        />
        {held.length === 0 && (
          <Empty title={t('none')} action={<ButtonLink href={at}>{t('show-all')}</ButtonLink>} />
        )}
        {years.map((year) => (
          <Section
            key={year}
            title={year}
            count={<SharedCount of={held.filter((one) => one.held.on.startsWith(year))} />}
          >
            <ul className="divide-y divide-line">
              {held
                .filter((meeting) => meeting.held.on.startsWith(year))
                .map((meeting) => (
                  <Row key={meeting.code} meeting={meeting} at={at} />
                ))}
            </ul>
          </Section>
        ))}
        <Paging at={at} filter={filter} next={next} isContinued={isContinued} />
        {isWhole && (
          <>
            <Decisions id="past" of={past} title={t('decisions-past')} at={at} partnership={partnership.code}>
              {t('decisions-past-explained')}
            </Decisions>
            <Decisions
              id="without-initiative"
              of={withoutInitiative}
              title={t('without-initiative')}
              at={at}
              partnership={partnership.code}
            >
              {t('without-initiative-explained')}
            </Decisions>
          </>
        )}
      </Page>
    </>
  )
}

function Row({
  meeting: { code, kind, title, status, held, endsOn, isPast, place, mode, inferred, own, decisions },
  at,
}: {
  meeting: ListedMeeting
  at: string
}) {
  const t = useTranslations('meetings.list')
  return (
    <li className="grid items-baseline gap-x-5 gap-y-0.5 py-2.5 md:grid-cols-[10.5rem_minmax(0,1fr)_8rem]">
      <span className="text-ink-2">
        <Held held={held} endsOn={endsOn} />
      </span>
      <span className="min-w-0">
        <Link href={`${at}/${code}`} className="quiet-link font-medium">
          <RecordText text={title} />
        </Link>
        <span className="block text-small text-ink-2">
          <Dotted>
            <MeetingKind kind={kind} />
            {place !== null && <span lang="en">{place}</span>}
            {mode !== null && mode !== 'in_person' && kind !== 'call' && <MeetingMode mode={mode} />}
          </Dotted>{' '}
          {status === 'planned' && <PlannedTag isPast={isPast} />} {inferred && <Inferred />} {own && <Own />}
        </span>
      </span>
      <span className="text-small text-ink-2 md:text-end">
        {decisions > 0 && t('decided', { count: decisions })}
      </span>
    </li>
  )
}

function Decisions({
  id,
  of,
  title,
  at,
  partnership,
  children,
}: {
  id: string
  of: readonly LooseDecision[]
  title: string
  at: string
  partnership: string
  children: ReactNode
}) {
  if (of.length === 0) return null
  return (
    <div id={id} className="scroll-mt-16">
      <Section title={title} count={<SharedCount of={of} />}>
        <p className="pt-2.5 text-ink-2">{children}</p>
        <ul className="divide-y divide-line">
          {of.map((decision) => (
            <Decision
              key={decision.code}
              decision={decision}
              partnership={partnership}
              meeting={<OfMeeting decision={decision} at={at} />}
            />
          ))}
        </ul>
      </Section>
    </div>
  )
}

function OfMeeting({ decision: { code, meeting }, at }: { decision: LooseDecision; at: string }) {
  return (
    <p className="text-small text-ink-2">
      <Link href={`${at}/${meeting.code}#${code}`} className="link">
        <RecordText text={meeting.title} isQuiet />
      </Link>{' '}
      · <Held held={meeting.held} />
    </p>
  )
}
