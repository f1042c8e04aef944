import { ArrowRight } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { Asked } from '#components/milestones/asked.tsx'
import { DueDate } from '#components/milestones/due.tsx'
import { KeyActs } from '#components/milestones/key-acts.tsx'
import { Keys } from '#components/milestones/keys.tsx'
import { Standing } from '#components/milestones/standing.tsx'
import { PostLine } from '#components/people/post.tsx'
import { RecordText } from '#components/ui/record-text.tsx'
import { StatusDot, StatusWord } from '#components/ui/status.tsx'
import { Code } from '#components/ui/tag.tsx'
import { formatPercent } from '#lib/format/percent.ts'
import type { ReviewItem, ReviewQueue } from '#lib/progress-reports/review.ts'
import type { Attempt } from '#lib/runner/attempts.ts'
import { statusAfterAcceptance } from '#lib/rules/milestone-status.ts'
import { AcceptForm } from './accept.tsx'
import { LettersSwitch } from './letters-switch.tsx'
import { Report, Said } from './report.tsx'
import { ReturnForm } from './return.tsx'
import { Steps } from './steps.tsx'

/** A report to accept or return, a key to turn, or an answer to give. */
export function Item({
  item,
  found,
  act,
  attempt,
}: {
  item: ReviewItem
  found: ReviewQueue
  act: string | undefined
  attempt: Attempt | undefined
}) {
  const { milestone } = item
  const t = useTranslations('progress-reports.review')
  const page = `/${milestone.partnership}/milestones/${milestone.code}`
  return (
    <article className="flex flex-col gap-4">
      <header className="flex flex-col gap-1">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-small text-ink-2">
          <Code>{milestone.code}</Code>
          <Standing milestone={milestone} />
        </p>
        <h2 className="text-title font-strong">
          <RecordText text={milestone.title} />
        </h2>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-2">
          {milestone.organisation && <RecordText text={milestone.organisation.name} isQuiet />}
          <DueDate due={milestone.due} first={milestone.baseline} slip={milestone.slip} />
          <Link href={page} className="link tap inline-flex items-center gap-1">
            {t('whole-milestone')}
            <ArrowRight />
          </Link>
        </p>
      </header>
      {item.kind === 'report' ? (
        <ReportItem item={item} act={act} attempt={attempt} />
      ) : item.kind === 'change' ? (
        <ChangeItem item={item} act={act} attempt={attempt} />
      ) : (
        <KeyItem item={item} found={found} act={act} attempt={attempt} />
      )}
    </article>
  )
}

/** What is claimed beside what counted before. */
function ReportItem({
  item: { milestone, report, reports, may },
  act,
  attempt,
}: {
  item: Extract<ReviewItem, { kind: 'report' }>
  act: string | undefined
  attempt: Attempt | undefined
}) {
  const t = useTranslations('progress-reports.review')
  const why = useTranslations('rules.why-not')
  const language = useLocale()
  const before = reports.find(({ state }) => state === 'accepted')
  const after = statusAfterAcceptance(milestone.status, report.percent, report.blocker !== null)
  return (
    <>
      <div className="grid gap-2.5 lg:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]">
        <section className="flex flex-col gap-2 rounded-card border border-line px-3.5 py-3">
          <h3 className="text-small text-ink-2">{t('before')}</h3>
          <p className="flex items-baseline gap-2.5">
            {milestone.percent === null ? (
              <span className="text-title text-ink-2">{t('unknown')}</span>
            ) : (
              <span className="text-head font-strong">{formatPercent(milestone.percent, language)}</span>
            )}
            <Status status={milestone.status} />
          </p>
          {before ? (
            <>
              <Said report={before} />
              <p className="text-small text-ink-2">
                <PostLine post={before.post} at={before.decidedAt} />
              </p>
            </>
          ) : (
            <p className="text-ink-2">{t('nothing-before')}</p>
          )}
        </section>
        <section className="flex flex-col gap-2 rounded-card border border-accent/50 bg-surface px-3.5 py-3">
          <h3 className="text-small text-ink-2">{t('claimed')}</h3>
          <p className="flex items-baseline gap-2.5">
            <span className="text-head font-strong">{formatPercent(report.percent, language)}</span>
            <Status status={after} />
          </p>
          <Said report={report} />
          {report.evidence.length === 0 && <p className="text-warn">{t('no-evidence')}</p>}
          <p className="text-small text-ink-2">
            <PostLine post={report.post} at={report.submittedAt} />
          </p>
        </section>
      </div>
      <section className="flex flex-col gap-1.5">
        <h3 className="text-small text-ink-2">{t('steps')}</h3>
        <Steps report={report} />
      </section>
      {may.may ? (
        <>
          <LettersSwitch>{t('letters')}</LettersSwitch>
          <div className="action-bar flex flex-wrap items-start gap-2">
            {act !== 'return' && <AcceptForm report={report.id} attempt={attempt} />}
            <ReturnForm
              report={report.id}
              page={`/${milestone.partnership}/review?item=${report.id}`}
              isOpen={act === 'return'}
              attempt={act === 'return' ? attempt : undefined}
            />
          </div>
        </>
      ) : (
        <p className="rounded-card border border-line-2 px-3.5 py-3">{why(may.why)}</p>
      )}
    </>
  )
}

function Status({ status }: { status: Parameters<typeof StatusDot>[0]['status'] }) {
  return (
    <span className="inline-flex items-center gap-1.5 text-ink-2">
      <StatusDot status={status} />
      <StatusWord status={status} />
    </span>
  )
}

function ChangeItem({
  item: { milestone, waiting, asked },
  act,
  attempt,
}: {
  item: Extract<ReviewItem, { kind: 'change' }>
  act: string | undefined
  attempt: Attempt | undefined
}) {
  const queue = `/${milestone.partnership}/review`
  const about = waiting.kind === 'cancel' || waiting.kind === 'restore' ? 'status' : 'due-date'
  const only = <T extends { id: string }>(changes: readonly T[]) =>
    changes.filter(({ id }) => id === waiting.id)
  return (
    <Asked
      milestone={milestone}
      asked={{
        dueDateChanges: only(asked.dueDateChanges),
        statusChanges: only(asked.statusChanges),
      }}
      page={`${queue}?item=${waiting.id}`}
      act={act}
      attempt={attempt}
      next={(answer) => `${queue}?done=milestones.${answer}-${about}`}
    />
  )
}

function KeyItem({
  item: { milestone, reports, waiting },
  found,
  act,
  attempt,
}: {
  item: Extract<ReviewItem, { kind: 'key' }>
  found: ReviewQueue
  act: string | undefined
  attempt: Attempt | undefined
}) {
  const t = useTranslations('progress-reports.review')
  const queue = `/${milestone.partnership}/review`
  const following = found.keys[found.keys.findIndex(({ code }) => code === waiting.code) + 1]
  return (
    <>
      <Keys
        milestone={milestone}
        reports={reports}
        acts={
          <KeyActs
            milestone={milestone}
            act={act}
            attempt={attempt}
            page={`${queue}?item=${milestone.code}`}
            next={(done) => `${queue}?done=milestones.${done}${following ? `&item=${following.code}` : ''}`}
          />
        }
      />
      <section>
        <h3 className="border-b border-line pb-2 text-lead font-medium">{t('reports-on-it')}</h3>
        <ul>
          {reports
            .filter(({ state }) => state === 'accepted')
            .map((report) => (
              <Report key={report.id} report={report} />
            ))}
        </ul>
      </section>
    </>
  )
}
