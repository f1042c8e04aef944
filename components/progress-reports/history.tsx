import { useTranslations } from 'next-intl'
import { PageHeader } from '#components/frame/page-header.tsx'
import { Standing } from '#components/milestones/standing.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { RecordText } from '#components/ui/record-text.tsx'
import { Refused } from '#components/ui/refused.tsx'
import { Code } from '#components/ui/tag.tsx'
import { Words } from '#components/ui/words.tsx'
import type { ReportHistory } from '#lib/progress-reports/history.ts'
import type { Attempt } from '#lib/runner/attempts.ts'
import { mayReport } from '#lib/rules/milestone-status.ts'
import { Report } from './report.tsx'
import { SubmitForm } from './submit.tsx'

/** Where an official logs progress, with the earlier reports beside; for everybody else, the reports. */
export function History({ found, attempt }: { found: ReportHistory; attempt?: Attempt | undefined }) {
  const t = useTranslations('progress-reports.history')
  const { milestone, reports } = found
  const page = `/${milestone.partnership}/milestones/${milestone.code}`
  return (
    <Words of={['progress-reports.submit']}>
      <PageHeader title={t('title')} back={{ href: page, name: t('back') }} />
      <div className="grid gap-x-10 gap-y-8 p-(--gutter) pt-4.5 xl:grid-cols-[minmax(0,40rem)_minmax(0,1fr)]">
        <div className="flex min-w-0 flex-col gap-5">
          <Refused attempt={attempt} />
          <FormOrWhyNot found={found} attempt={attempt} />
        </div>
        <section className="min-w-0">
          <h2 className="border-b border-line pb-2 text-lead font-medium">{t('earlier')}</h2>
          {reports.length === 0 ? (
            <p className="pt-3 text-ink-2">{t('none')}</p>
          ) : (
            <ul>
              {reports.map((report) => (
                <Report key={report.id} report={report} />
              ))}
            </ul>
          )}
        </section>
      </div>
    </Words>
  )
}

function FormOrWhyNot({ found, attempt }: { found: ReportHistory; attempt: Attempt | undefined }) {
  const t = useTranslations('progress-reports')
  const why = useTranslations('rules.why-not')
  const may = mayReport(found.milestone.status)
  const heading = <Heading milestone={found.milestone} />
  if (found.milestone.isOfficial && may.may)
    return <SubmitForm found={found} heading={heading} attempt={attempt} />
  return (
    <>
      {heading}
      <Empty title={found.milestone.isOfficial && !may.may ? why(may.why) : t('submit.not-allowed')} />
    </>
  )
}

function Heading({ milestone }: { milestone: ReportHistory['milestone'] }) {
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-small text-ink-2">
        <Code>{milestone.code}</Code>
        <Standing milestone={milestone} />
      </p>
      <h2 className="text-lead font-strong md:text-title">
        <RecordText text={milestone.title} />
      </h2>
    </div>
  )
}
