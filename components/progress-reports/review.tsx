import { ArrowLeft } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { PageHeader } from '#components/frame/page-header.tsx'
import { MilestoneRefused } from '#components/milestones/refused.tsx'
import { Done } from '#components/ui/done.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { Words } from '#components/ui/words.tsx'
import type { ReviewQueue } from '#lib/progress-reports/review.ts'
import type { Attempt } from '#lib/runner/attempts.ts'
import { Item } from './review-item.tsx'
import { nameOf, Queue } from './review-queue.tsx'

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
  const { reports, keys, changes, item, isAsked } = found
  const size = reports.length + keys.length + changes.length
  const queue = `/${found.partnership}/review`
  const told = tellings.find((one) => one === done)
  return (
    <Words of={['milestones.field', 'milestones.block-cause', 'progress-reports.return']}>
      <PageHeader title={t('title')} subtitle={size > 0 && <span>{t('size', { size })}</span>} />
      <div className="flex flex-col gap-4 p-(--gutter) pt-4.5">
        <MilestoneRefused attempt={attempt} />
        {told && <Done>{t(`done.${told}`)}</Done>}
        {found.isGone && size > 0 && <p className="text-ink-2">{t('gone')}</p>}
        {size === 0 ? (
          <Empty title={t('empty')}>{t('empty-what')}</Empty>
        ) : (
          <div className="grid grid-cols-[minmax(0,1fr)] gap-x-6.5 gap-y-4 md:grid-cols-[17rem_minmax(0,1fr)] xl:grid-cols-[20rem_minmax(0,1fr)]">
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

/** What can have been done here just before. */
const tellings = [
  'progress-reports.accept',
  'progress-reports.return',
  'milestones.confirm',
  'milestones.dispute',
  'milestones.withdraw',
  'milestones.put-due-date',
  'milestones.agree-due-date',
  'milestones.refuse-due-date',
  'milestones.agree-status',
  'milestones.refuse-status',
] as const
