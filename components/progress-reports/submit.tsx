import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { v7 as newId } from 'uuid'
import { DraftState } from '#components/ui/draft.tsx'
import { FileField } from '#components/ui/file-field.tsx'
import { Form } from '#components/ui/form.tsx'
import { Submit } from '#components/ui/submit.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { formatDate } from '#lib/format/date.ts'
import { formatPercent } from '#lib/format/percent.ts'
import type { ReportHistory } from '#lib/progress-reports/history.ts'
import type { ShownReport } from '#lib/progress-reports/reports-on.ts'
import type { Attempt } from '#lib/runner/attempts.ts'
import { todayIn } from '#lib/rules/due-date.ts'
import { evidenceMediaTypes, maxLength } from '#lib/rules/limits.ts'
import { PercentField } from './percent-field.tsx'

/** Logs progress, on one screen. */
export function SubmitForm({
  found: { milestone, reports, firstStep },
  heading,
  attempt,
}: {
  found: ReportHistory
  /** Which milestone it is; whether a draft is kept is said beside it. */
  heading: ReactNode
  attempt: Attempt | undefined
}) {
  const t = useTranslations('progress-reports.submit')
  const language = useLocale()
  const last = reports.find(({ state }) => state === 'accepted')
  return (
    <Form
      action={`/api/v1/milestones/${milestone.code}/progress-reports`}
      hidden={{ id: newId(), language }}
      attempt={attempt}
      draft={`progress-reports:${milestone.code}`}
    >
      <div className="flex flex-wrap items-start justify-between gap-x-4">
        {heading}
        <DraftState />
      </div>
      <PercentField last={milestone.percent} hint={last ? lastAccepted(last) : t('none-accepted')} />
      <TextArea name="narrative" label={t('narrative')} rows={3} maxLength={maxLength.narrative} />
      <TextArea name="blocker" label={t('blocker')} rows={1} maxLength={maxLength.reason} isOptional />
      <TextArea name="nextStep" label={t('next-step')} rows={1} maxLength={maxLength.reason} isOptional />
      <FileField label={t('evidence')} accept={accepted} hasLinks isOptional />
      <p className="text-small text-ink-2">{t('until-accepted')}</p>
      <div className="action-bar flex">
        <Submit isLarge>
          {firstStep ? t('send-to', { step: firstStep.title.text }) : t('send-to-any-staff')}
        </Submit>
      </div>
    </Form>
  )

  function lastAccepted({ percent, decidedAt, submittedAt, post }: ShownReport) {
    const date = formatDate(
      todayIn(post.timeZone, new Date(decidedAt ?? submittedAt)),
      'day',
      language,
      'short',
    )
    return t('last-accepted', { percent: formatPercent(percent, language), date })
  }
}

/** For the browser's choice of files; the door looks into the file itself. */
const accepted = evidenceMediaTypes.join(',')
