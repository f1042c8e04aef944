import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { DueDate } from '#components/milestones/due.tsx'
import { RecordText } from '#components/ui/record-text.tsx'
import { Code } from '#components/ui/tag.tsx'
import type { Decree } from '#lib/calendars/decrees.ts'
import { formatDateWithWeekday } from '#lib/format/date.ts'
import { formatNumber } from '#lib/format/number.ts'

/** What a decree moves, or moved: its days, and the milestones whose slip in working days is another one for it. */
export function Moved({ days, moved }: Pick<Decree, 'days' | 'moved'>) {
  const t = useTranslations('calendars')
  const language = useLocale()
  return (
    <div className="flex flex-col gap-3">
      <div>
        <h4 className="font-medium">{t('moved.days')}</h4>
        <ul className="divide-y divide-line">
          {days.map(({ day, before, after, holiday }) => (
            <li key={day} className="flex flex-wrap gap-x-4 gap-y-0.5 py-1.5">
              <span className="min-w-52">{formatDateWithWeekday(day, language)}</span>
              <span>
                {before === after
                  ? t('moved.confirmed', { state: t(`state.${after}`) })
                  : t('moved.change', { before: t(`state.${before}`), after: t(`state.${after}`) })}
              </span>
              {holiday !== null && <span className="text-ink-2">{t('for', { holiday })}</span>}
            </li>
          ))}
        </ul>
      </div>
      <div>
        <h4 className="font-medium">{t('moved.milestones')}</h4>
        {moved.length === 0 ? (
          <p className="pt-1 text-ink-2">{t('moved.none')}</p>
        ) : (
          <ul className="divide-y divide-line">
            {moved.map(({ code, partnership, title, due, before, after }) => (
              <li
                key={code}
                className="grid items-baseline gap-x-4 gap-y-0.5 py-1.5 lg:grid-cols-[9rem_minmax(0,1fr)_8rem_10rem]"
              >
                <Code>{code}</Code>
                <Link href={`/${partnership}/milestones/${code}`} className="quiet-link min-w-0">
                  <RecordText text={title} />
                </Link>
                <DueDate due={due} />
                <span className="text-warn lg:text-end">
                  {t('moved.from-to', {
                    before: formatNumber(before, language),
                    after: formatNumber(after, language),
                  })}
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}
