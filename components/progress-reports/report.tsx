import { ChevronRight } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { EvidenceList } from '#components/evidence/list.tsx'
import { PostLine } from '#components/people/post.tsx'
import { formatPercent } from '#lib/format/percent.ts'
import type { ShownReport } from '#lib/progress-reports/reports-on.ts'
import { Steps } from './steps.tsx'

const colours = { accepted: 'text-completed', submitted: 'text-in-progress', returned: 'text-alarm' }

/** One report: how far, what was said, what it rests on, who sent it; for the own side, its way through the steps. */
export function Report({ report }: { report: ShownReport }) {
  const t = useTranslations('progress-reports.report')
  const language = useLocale()
  return (
    <li className="grid gap-x-4 gap-y-1 border-b border-line py-3.5 last:border-b-0 md:grid-cols-[4.5rem_minmax(0,1fr)]">
      <p className="flex items-baseline gap-2 md:flex-col md:gap-0">
        <span className="text-title font-strong whitespace-nowrap">
          {formatPercent(report.percent, language)}
        </span>
        <span className={`text-small font-medium ${colours[report.state]}`}>{t(report.state)}</span>
      </p>
      <div className="flex min-w-0 flex-col gap-2">
        {report.state === 'returned' ? <Returned report={report} /> : <Said report={report} />}
        {report.state === 'submitted' && <Steps report={report} />}
        <p className="text-small text-ink-2">
          <PostLine post={report.post} at={report.submittedAt} />
        </p>
      </div>
    </li>
  )
}

/** The reason first: it says what to mend. What was sent can be opened. */
function Returned({ report }: { report: ShownReport }) {
  const t = useTranslations('progress-reports.report')
  const step = report.taken.find(({ act }) => act === 'returned')
  return (
    <>
      {step && (
        <div>
          <p className="whitespace-pre-line">{t('quoted', { words: step.reason ?? '' })}</p>
          <p className="text-small text-ink-2">
            {t('returned-by')} <PostLine post={step.post} at={step.at} />
          </p>
        </div>
      )}
      <details className="group">
        <summary className="tap inline-flex items-center gap-1 text-ink-2 hover:text-accent">
          <ChevronRight className="transition-transform group-open:rotate-90" />
          {t('what-was-sent')}
        </summary>
        <div className="mt-1 flex flex-col gap-2 border-l-2 border-line pl-3">
          <Said report={report} />
        </div>
      </details>
    </>
  )
}

/** What the official wrote, with the evidence. */
export function Said({ report }: { report: ShownReport }) {
  const t = useTranslations('progress-reports.report')
  return (
    <>
      <p lang={report.language} className="max-w-180 whitespace-pre-line">
        {report.narrative}
      </p>
      {report.blocker !== null && (
        <p className="max-w-180">
          <span className="font-medium text-blocked">{t('blocker')}</span>{' '}
          <span lang={report.language} className="whitespace-pre-line">
            {report.blocker}
          </span>
        </p>
      )}
      {report.nextStep !== null && (
        <p className="max-w-180">
          <span className="font-medium">{t('next-step')}</span>{' '}
          <span lang={report.language} className="whitespace-pre-line">
            {report.nextStep}
          </span>
        </p>
      )}
      <EvidenceList evidence={report.evidence} />
    </>
  )
}
