import { Check, Circle, X } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { formatDate } from '#lib/format/date.ts'
import type { ShownReport } from '#lib/progress-reports/reports-on.ts'
import { todayIn } from '#lib/rules/due-date.ts'

/** The steps of a report's chain: taken ones with their dates, the one that it waits for, those to come. */
export function Steps({ report }: { report: Pick<ShownReport, 'chain' | 'taken' | 'state'> }) {
  const t = useTranslations('progress-reports.steps')
  const language = useLocale()
  const { chain, taken, state } = report
  return (
    <ol className="flex flex-wrap gap-x-4 gap-y-1">
      {chain.map((step, at) => {
        const done = taken[at + 1]
        const isNext = state === 'submitted' && at === taken.length - 1
        const name = (done?.post ?? step)?.title
        const Sign = done === undefined ? Circle : done.act === 'returned' ? X : Check
        const colour =
          done === undefined ? 'text-ink-3' : done.act === 'returned' ? 'text-alarm' : 'text-completed'
        return (
          <li
            key={at}
            className={`inline-flex items-center gap-1.5 ${isNext ? 'font-medium' : 'text-ink-2'}`}
          >
            <Sign className={`${colour} ${done === undefined ? 'size-3!' : ''}`} />
            {name ? <span lang={name.language}>{name.text}</span> : t('any-staff')}
            {done && (
              <span className="text-small text-ink-3">
                <span className="sr-only">{t(done.act === 'returned' ? 'returned' : 'accepted')} </span>
                {formatDate(todayIn(done.post.timeZone, new Date(done.at)), 'day', language, 'short')}
              </span>
            )}
            {isNext && <span className="text-small font-normal text-ink-2">{t('waits')}</span>}
          </li>
        )
      })}
    </ol>
  )
}
