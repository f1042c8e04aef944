import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { PostLine } from '#components/people/post.tsx'
import { RecordText } from '#components/ui/record-text.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { countryName } from '#lib/format/country.ts'
import { formatDue, formatSlip } from '#lib/format/due.ts'
import type { AskedChanges, ShownDueDateChange, ShownStatusChange } from '#lib/milestones/asked-changes.ts'
import type { ShownMilestone } from '#lib/milestones/shown.ts'
import type { Attempt } from '#lib/runner/attempts.ts'
import { slipOf } from '#lib/rules/slip.ts'
import { AnswerChange } from './answer-change.tsx'

type Props = {
  milestone: ShownMilestone
  asked: AskedChanges
  page: string
  act?: string | undefined
  attempt?: Attempt | undefined
  next?: ((answer: 'agree' | 'refuse' | 'put') => string) | undefined
}

const isOpen = ({ state }: { state: string }) => state === 'asked' || state === 'put'

/** What was asked about a milestone and has no answer yet. */
export function Asked({ milestone, asked, ...forms }: Props) {
  const { staffOf } = milestone.actor
  const dates = asked.dueDateChanges.filter(isOpen)
  const statuses = asked.statusChanges.filter(isOpen)
  return (
    <>
      {dates.map((change) => (
        <AskedDate key={change.id} change={change}>
          <AnswerChange door={`due-date-changes/${change.id}`} asked={change} staffOf={staffOf} {...forms} />
        </AskedDate>
      ))}
      {statuses.map((change) => (
        <AskedStatus key={change.id} change={change}>
          <AnswerChange door={`status-changes/${change.id}`} asked={change} staffOf={staffOf} {...forms} />
        </AskedStatus>
      ))}
    </>
  )
}

function AskedDate({ change, children }: { change: ShownDueDateChange; children: ReactNode }) {
  const t = useTranslations('milestones')
  const language = useLocale()
  const { from, to, cause, causedBy, becauseOf, meeting, words } = change
  const days = from && to ? slipOf(from, to) : 0
  return (
    <Card title={t('asked.date')} change={change}>
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="text-ink-2">{from ? formatDue(from, language) : t('due.undated')} →</span>
        {to && <span className="text-lead font-medium">{formatDue(to, language)}</span>}
        {days !== 0 && <span className="text-warn">{formatSlip(days, language)}</span>}
      </p>
      {words !== null && <p className="whitespace-pre-line">{words}</p>}
      <p className="text-ink-2">
        {cause !== null && t(`due-cause.${cause}`)}
        {causedBy && ` · ${t('moved-dates.caused-by', { side: countryName(causedBy, language) })}`}
      </p>
      {becauseOf && (
        <p className="text-ink-2">
          {t('moved-dates.because-of')} <RecordText text={becauseOf.title} isQuiet />
        </p>
      )}
      {meeting && (
        <p className="text-ink-2">
          {t('asked.meeting')} <RecordText text={meeting.title} isQuiet />
        </p>
      )}
      {children}
    </Card>
  )
}

function AskedStatus({ change, children }: { change: ShownStatusChange; children: ReactNode }) {
  const t = useTranslations('milestones.asked')
  return (
    <Card title={t(change.kind)} change={change}>
      <p className="whitespace-pre-line">{change.reason}</p>
      {children}
    </Card>
  )
}

function Card({
  title,
  change: { state, asked },
  children,
}: {
  title: string
  change: ShownDueDateChange | ShownStatusChange
  children: ReactNode
}) {
  const t = useTranslations('milestones.moved-dates')
  return (
    <section className="flex flex-col gap-2 rounded-card border border-accent/50 bg-surface px-3.5 py-3">
      <h2 className="flex flex-wrap items-center justify-between gap-2 font-medium">
        {title}
        <Tag tone="warn">{t(`state.${state}`)}</Tag>
      </h2>
      {asked && (
        <p className="text-small text-ink-2">
          {t('asked')} <PostLine {...asked} />
        </p>
      )}
      {children}
    </section>
  )
}
