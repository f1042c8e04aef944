import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { DueDate } from '#components/milestones/due.tsx'
import { TwoKeys } from '#components/milestones/two-keys.tsx'
import { RecordText } from '#components/ui/record-text.tsx'
import { Code } from '#components/ui/tag.tsx'
import { countryName } from '#lib/format/country.ts'
import { formatDate } from '#lib/format/date.ts'
import { formatDue } from '#lib/format/due.ts'
import { formatPercent } from '#lib/format/percent.ts'
import type { WaitingChange } from '#lib/milestones/waiting-changes.ts'
import type { WaitingKey } from '#lib/milestones/waiting-keys.ts'
import type { ReviewItem, ReviewQueue } from '#lib/progress-reports/review.ts'
import type { WaitingReport } from '#lib/progress-reports/waiting.ts'
import { shortCode } from '#lib/rules/codes.ts'
import { todayIn } from '#lib/rules/due-date.ts'

/** Of an item, in the address: the id of a report or of a change, the code of a milestone. */
export function nameOf(item: ReviewItem): string {
  if (item.kind === 'report') return item.report.id
  return item.kind === 'change' ? item.waiting.id : item.milestone.code
}

/** Reports first, then milestones that wait for a key, then what was asked; what is open is marked. */
export function Queue({ found: { partnership, reports, keys, changes, item } }: { found: ReviewQueue }) {
  const t = useTranslations('progress-reports.review')
  const open = item && nameOf(item)
  return (
    <div className="flex flex-col gap-5">
      {reports.length > 0 && (
        <section>
          <QueueTitle title={t('reports')} size={reports.length} />
          <ul className="divide-y divide-line">
            {reports.map((report) => (
              <QueuedReport
                key={report.id}
                report={report}
                partnership={partnership}
                isOpen={report.id === open}
              />
            ))}
          </ul>
        </section>
      )}
      {keys.length > 0 && (
        <section>
          <QueueTitle title={t('keys')} size={keys.length} />
          <ul className="divide-y divide-line">
            {keys.map((key) => (
              <QueuedKey key={key.code} waiting={key} partnership={partnership} isOpen={key.code === open} />
            ))}
          </ul>
        </section>
      )}
      {changes.length > 0 && (
        <section>
          <QueueTitle title={t('changes')} size={changes.length} />
          <ul className="divide-y divide-line">
            {changes.map((change) => (
              <QueuedChange
                key={change.id}
                waiting={change}
                partnership={partnership}
                isOpen={change.id === open}
              />
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function QueueTitle({ title, size }: { title: string; size: number }) {
  return (
    <h2 className="flex items-baseline justify-between border-b border-line pb-1.5 font-medium text-ink-2">
      {title}
      <span>{size}</span>
    </h2>
  )
}

function QueueLink({
  partnership,
  name,
  isOpen,
  milestone: { code, title, status, sides, standing },
  when,
  children,
}: {
  partnership: string
  name: string
  isOpen: boolean
  milestone: Pick<WaitingKey, 'code' | 'title' | 'status' | 'sides' | 'standing'>
  when: ReactNode
  children: ReactNode
}) {
  const language = useLocale()
  const names = Object.fromEntries(sides.map((side) => [side, countryName(side, language)]))
  return (
    <li>
      <Link
        href={`/${partnership}/review?item=${name}`}
        aria-current={isOpen ? 'true' : undefined}
        className="flex flex-col gap-0.5 border-l-2 border-transparent px-2.5 py-2.5 hover:bg-sunk md:aria-[current]:border-accent md:aria-[current]:bg-accent-soft"
      >
        <span className="flex justify-between gap-3">
          <Code>{shortCode(code, partnership)}</Code>
          <span className="text-end text-small text-ink-2">{when}</span>
        </span>
        <span className="flex items-start justify-between gap-3 font-medium">
          <RecordText text={title} isQuiet />
          <span className="flex-none">
            <TwoKeys sides={sides} verdicts={standing} status={status} names={names} />
          </span>
        </span>
        <span className="flex justify-between gap-3 text-small text-ink-2">{children}</span>
      </Link>
    </li>
  )
}

function QueuedReport({
  report,
  partnership,
  isOpen,
}: {
  report: WaitingReport
  partnership: string
  isOpen: boolean
}) {
  const t = useTranslations('progress-reports.review')
  const language = useLocale()
  const { id, percent, post, submittedAt, milestone, may } = report
  return (
    <QueueLink
      {...{ partnership, isOpen, milestone }}
      name={id}
      when={formatDate(todayIn(post.timeZone, new Date(submittedAt)), 'day', language, 'short')}
    >
      <span className="min-w-0 flex-1 truncate">{may.may ? post.organisation.text : t('not-yours')}</span>
      <span className="whitespace-nowrap">
        <Moves from={milestone.percent} to={percent} />
      </span>
    </QueueLink>
  )
}

function QueuedKey({
  waiting,
  partnership,
  isOpen,
}: {
  waiting: WaitingKey
  partnership: string
  isOpen: boolean
}) {
  const t = useTranslations('milestones.my-work')
  return (
    <QueueLink
      {...{ partnership, isOpen }}
      milestone={waiting}
      name={waiting.code}
      when={<DueDate due={waiting.due} lateness={waiting.lateness} />}
    >
      <span>{t(`key.${waiting.waitsFor}`)}</span>
    </QueueLink>
  )
}

function QueuedChange({
  waiting,
  partnership,
  isOpen,
}: {
  waiting: WaitingChange
  partnership: string
  isOpen: boolean
}) {
  const t = useTranslations('milestones.my-work')
  const language = useLocale()
  const { id, kind, to } = waiting
  return (
    <QueueLink
      {...{ partnership, isOpen }}
      milestone={waiting}
      name={id}
      when={to && t('to-date', { date: formatDue(to, language) })}
    >
      <span>{t(`change.${kind}`)}</span>
    </QueueLink>
  )
}

/** `65 % → 100 %`; before the first accepted report nothing is known. */
function Moves({ from, to }: { from: number | null; to: number }) {
  const t = useTranslations('progress-reports.review')
  const language = useLocale()
  return (
    <>
      {from === null ? t('unknown') : formatPercent(from, language)} <span aria-hidden>→</span>
      <span className="sr-only">{t('becomes')}</span>{' '}
      <span className="font-medium text-ink">{formatPercent(to, language)}</span>
    </>
  )
}
