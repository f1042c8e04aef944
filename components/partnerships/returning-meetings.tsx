import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { Lines, Panel } from '#components/ui/card.tsx'
import { RecordText } from '#components/ui/record-text.tsx'
import { formatDue } from '#lib/format/due.ts'
import type { MeetingSeries } from '#lib/meetings/series.ts'
import { isLate } from '#lib/rules/lateness.ts'

/** Meetings that return: when the next one is due, and whether that date is over; of one without a date, since when it has
 *  been called for. */
export function ReturningMeetings({
  series,
  partnership,
}: {
  series: readonly MeetingSeries[]
  partnership: string
}) {
  const t = useTranslations('partnerships.series')
  const language = useLocale()
  if (series.length === 0) return null
  return (
    <Panel title={t('title')}>
      <Lines>
        {series.map(({ code, name, planned, awaited }) => {
          const next = planned?.held ?? awaited?.due ?? null
          return (
            <li key={code}>
              <Link href={`/${partnership}/meetings#${code}`} className="quiet-link">
                <RecordText text={name} isQuiet />
              </Link>
              <p className="text-small text-ink-2">
                {next === null ? t('unknown') : t('next', { date: formatDue(next, language) })}
                {next === null && awaited?.calledFor && (
                  <span className="text-warn">
                    {`\u00A0· ${t('called-for', { date: formatDue(awaited.calledFor.held, language) })}`}
                  </span>
                )}
                {(planned ? planned.isPast : awaited?.due && isLate(awaited.lateness)) && (
                  <span className="text-alarm">{`\u00A0· ${t('late')}`}</span>
                )}
              </p>
            </li>
          )
        })}
      </Lines>
    </Panel>
  )
}
