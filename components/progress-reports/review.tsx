import { ArrowLeft, ArrowRight } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { PageHeader } from '#components/frame/page-header.tsx'
import { DueDate } from '#components/milestones/due.tsx'
import { KeyActs } from '#components/milestones/key-acts.tsx'
import { Keys } from '#components/milestones/keys.tsx'
import { Refused } from '#components/milestones/refused.tsx'
import { Standing } from '#components/milestones/standing.tsx'
import { PostLine } from '#components/people/post.tsx'
import { Done } from '#components/ui/done.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { RecordText } from '#components/ui/record-text.tsx'
import { StatusDot, StatusWord } from '#components/ui/status.tsx'
import { Code } from '#components/ui/tag.tsx'
import { Words } from '#components/ui/words.tsx'
import { formatDate } from '#lib/format/date.ts'
import { formatPercent } from '#lib/format/percent.ts'
import type { WaitingKey } from '#lib/milestones/waiting-keys.ts'
import type { ReviewItem, ReviewQueue } from '#lib/progress-reports/review.ts'
import type { WaitingReport } from '#lib/progress-reports/waiting.ts'
import type { Attempt } from '#lib/runner/attempts.ts'
import { shortCode } from '#lib/rules/codes.ts'
import { todayIn } from '#lib/rules/due-date.ts'
import { statusAfterAcceptance } from '#lib/rules/milestone-status.ts'
import { AcceptForm } from './accept.tsx'
import { Report, Said } from './report.tsx'
import { ReturnForm } from './return.tsx'
import { Steps } from './steps.tsx'

/** What waits for the reader: the queue at the left, what is open at the right. On a phone one of the two.
 *  `done`: the command that led here; `act`: the form that the address opens. */
export function Review({
  found,
  act,
  attempt,
  done,
}: {
  found: ReviewQueue
  act?: string | undefined
  attempt?: Attempt | undefined
  done?: string | undefined
}) {
  const t = useTranslations('progress-reports.review')
  const { reports, keys, item, isAsked } = found
  const size = reports.length + keys.length
  const queue = `/${found.partnership}/review`
  const told =
    done === 'progress-reports.accept' || done === 'progress-reports.return' || done === 'milestones.confirm'
  return (
    <Words of={['milestones.field', 'milestones.block-cause', 'progress-reports.return']}>
      <PageHeader title={t('title')} subtitle={size > 0 && <span>{t('size', { size })}</span>} />
      <div className="flex flex-col gap-4 p-(--gutter) pt-4.5">
        {told && <Done>{t(`done.${done}`)}</Done>}
        {found.isGone && size > 0 && <p className="text-ink-2">{t('gone')}</p>}
        {size === 0 ? (
          <Empty title={t('empty')}>{t('empty-what')}</Empty>
        ) : (
          <div className="grid gap-x-6.5 gap-y-4 md:grid-cols-[17rem_minmax(0,1fr)] xl:grid-cols-[20rem_minmax(0,1fr)]">
            <nav aria-label={t('queue')} className={isAsked ? 'max-md:hidden' : ''}>
              <Queue found={found} />
            </nav>
            <div className={`min-w-0 ${isAsked ? '' : 'max-md:hidden'}`}>
              <Link href={queue} className="tap mb-2 inline-flex items-center gap-1.5 text-ink-2 md:hidden">
                <ArrowLeft />
                {t('all', { size })}
              </Link>
              {item && <Item key={nameOf(item)} item={item} found={found} act={act} attempt={attempt} />}
            </div>
          </div>
        )}
      </div>
    </Words>
  )
}

const nameOf = (item: ReviewItem) => (item.kind === 'report' ? item.report.id : item.milestone.code)

function Queue({ found: { partnership, reports, keys, item } }: { found: ReviewQueue }) {
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
  children,
}: {
  partnership: string
  name: string
  isOpen: boolean
  children: ReactNode
}) {
  return (
    <li>
      <Link
        href={`/${partnership}/review?item=${name}`}
        aria-current={isOpen ? 'true' : undefined}
        className="flex flex-col gap-0.5 border-l-2 border-transparent px-2.5 py-2.5 hover:bg-sunk md:aria-[current]:border-accent md:aria-[current]:bg-accent-soft"
      >
        {children}
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
    <QueueLink partnership={partnership} name={id} isOpen={isOpen}>
      <span className="flex justify-between gap-3">
        <Code>{shortCode(milestone.code, partnership)}</Code>
        <span className="text-small whitespace-nowrap text-ink-2">
          {formatDate(todayIn(post.timeZone, new Date(submittedAt)), 'day', language, 'short')}
        </span>
      </span>
      <span className="font-medium">
        <RecordText text={milestone.title} isQuiet />
      </span>
      <span className="flex justify-between gap-3 text-small text-ink-2">
        <span className="min-w-0 truncate">{may.may ? post.organisation.text : t('not-yours')}</span>
        <span className="whitespace-nowrap">
          <Moves from={milestone.percent} to={percent} />
        </span>
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
  const { code, title, due, lateness, waitsFor } = waiting
  return (
    <QueueLink partnership={partnership} name={code} isOpen={isOpen}>
      <span className="flex justify-between gap-3">
        <Code>{shortCode(code, partnership)}</Code>
        <span className="text-small">
          <DueDate due={due} lateness={lateness} />
        </span>
      </span>
      <span className="font-medium">
        <RecordText text={title} isQuiet />
      </span>
      <span className="text-small text-ink-2">{t(`key.${waitsFor}`)}</span>
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

function Item({
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
          <DueDate due={milestone.due} first={milestone.baseline} lateness={milestone.lateness} />
          <Link href={page} className="link tap inline-flex items-center gap-1">
            {t('whole-milestone')}
            <ArrowRight />
          </Link>
        </p>
      </header>
      {item.kind === 'report' ? (
        <ReportItem item={item} act={act} attempt={attempt} />
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
        <div className="action-bar flex flex-wrap items-start gap-2">
          {act !== 'return' && <AcceptForm report={report.id} attempt={attempt} />}
          <ReturnForm
            report={report.id}
            page={`/${milestone.partnership}/review?item=${report.id}`}
            isOpen={act === 'return'}
            attempt={act === 'return' ? attempt : undefined}
          />
        </div>
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
  const next = `${queue}?done=milestones.confirm${following ? `&item=${following.code}` : ''}`
  return (
    <>
      {attempt && act === undefined && <Refused attempt={attempt} />}
      <Keys
        milestone={milestone}
        reports={reports}
        acts={
          <KeyActs
            milestone={milestone}
            act={act}
            attempt={attempt}
            page={`${queue}?item=${milestone.code}`}
            next={next}
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
