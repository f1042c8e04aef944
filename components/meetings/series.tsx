import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { Remark } from '#components/facts/marks.tsx'
import { SourceLinks } from '#components/sources/cited.tsx'
import { Dotted } from '#components/ui/dotted.tsx'
import { RecordText } from '#components/ui/record-text.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { useWord } from '#components/ui/use-word.tsx'
import { formatDue } from '#lib/format/due.ts'
import { daysBetween, type PlainDate } from '#lib/rules/due-date.ts'
import { isLate } from '#lib/rules/lateness.ts'
import type { AwaitedSession, MeetingSeries } from '#lib/meetings/series.ts'
import { Held } from './held.tsx'

/** Meetings that return: when each was last held, when the next is due, and whether that is late. */
export function SeriesList({
  series,
  partnership,
  today,
}: {
  series: readonly MeetingSeries[]
  partnership: string
  today: PlainDate
}) {
  return (
    <ul className="divide-y divide-line">
      {series.map((one) => (
        <Series key={one.code} series={one} partnership={partnership} today={today} />
      ))}
    </ul>
  )
}

function Series({
  series: { code, name, since, level, sessions, note, last, planned, awaited, sources },
  partnership,
  today,
}: {
  series: MeetingSeries
  partnership: string
  today: PlainDate
}) {
  const t = useTranslations('meetings.series')
  const language = useLocale()
  return (
    <li
      id={code}
      className="grid grid-cols-[minmax(0,0.7fr)_minmax(0,1fr)] gap-x-6 gap-y-2 py-3 target:bg-accent-soft lg:grid-cols-[minmax(0,1.1fr)_minmax(0,0.6fr)_minmax(0,1.2fr)]"
    >
      <div className="flex min-w-0 flex-col gap-0.5 max-lg:col-span-2">
        <h3 className="font-medium">
          <RecordText text={name} />
        </h3>
        <p className="text-small text-ink-2">
          <Dotted>
            {level !== null && <Level level={level} />}
            {since && t('since', { date: formatDue(since, language) })}
            {sessions !== null && t('sessions', { count: sessions })}
          </Dotted>
        </p>
        {note !== null && (
          <p className="text-small">
            <Remark>{note}</Remark>
          </p>
        )}
        <SourceLinks sources={sources} partnership={partnership} />
      </div>
      <div className="flex min-w-0 flex-col gap-0.5">
        <p className="text-small text-ink-2">{t('last')}</p>
        {last ? (
          <p>
            <Link href={`/${partnership}/meetings/${last.code}`} className="quiet-link">
              <Held held={last.held} />
            </Link>
          </p>
        ) : (
          <p className="text-ink-2">{t('never')}</p>
        )}
        {last && (
          <p className="text-small text-ink-2">{t('ago', { days: daysBetween(last.held.on, today) })}</p>
        )}
      </div>
      <div className="flex min-w-0 flex-col items-start gap-0.5">
        <p className="text-small text-ink-2">{t('next')}</p>
        {planned ? (
          <>
            <Link href={`/${partnership}/meetings/${planned.code}`} className="quiet-link">
              <Held held={planned.held} />
            </Link>
            {planned.isPast && <Tag tone="alarm">{t('late')}</Tag>}
          </>
        ) : awaited ? (
          <Awaited awaited={awaited} partnership={partnership} today={today} />
        ) : (
          <p className="text-ink-2">{t('no-date')}</p>
        )}
      </div>
    </li>
  )
}

/** A session that was called for without a date cannot be late to the day; how long ago it was called for is said. */
function Awaited({
  awaited,
  partnership,
  today,
}: {
  awaited: AwaitedSession
  partnership: string
  today: PlainDate
}) {
  const t = useTranslations('meetings.series')
  const language = useLocale()
  const { code, title, due, stated, lateness, calledFor } = awaited
  return (
    <>
      <p>{due ? formatDue(due, language) : t('no-date')}</p>
      {due && isLate(lateness) && <Tag tone="alarm">{t('late')}</Tag>}
      {!due && calledFor && (
        <Tag tone="warn">{t('not-held-since', { days: daysBetween(calledFor.held.on, today) })}</Tag>
      )}
      <p className="text-small text-ink-2">
        <Link href={`/${partnership}/milestones/${code}`} className="link">
          <RecordText text={title} isQuiet />
        </Link>
        {stated !== null && (
          <>
            {' '}
            <span lang="en">{t('quoted', { words: stated })}</span>
          </>
        )}
      </p>
      {calledFor && (
        <p className="text-small text-ink-2">
          {t('called-for', { number: String(calledFor.number), date: formatDue(calledFor.held, language) })}{' '}
          <Link href={`/${partnership}/meetings/${calledFor.meeting}`} className="link">
            <RecordText text={calledFor.title} isQuiet />
          </Link>
        </p>
      )}
    </>
  )
}

/** The levels that sources name most; another one in its own words. */
function Level({ level }: { level: string }) {
  const word = useWord(({ meetings }) => meetings.level)
  const said = word(level.toLowerCase().replace(/[^a-z]+/g, '-'))
  return said === undefined ? <span lang="en">{level}</span> : <span>{said}</span>
}
