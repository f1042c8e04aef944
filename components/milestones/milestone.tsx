import { useTranslations } from 'next-intl'
import { PageHeader } from '#components/frame/page-header.tsx'
import { Report } from '#components/progress-reports/report.tsx'
import { Sources } from '#components/sources/cited.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Done } from '#components/ui/done.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { Page, Trail } from '#components/ui/page.tsx'
import { RecordText, TranslationMark } from '#components/ui/record-text.tsx'
import { Words } from '#components/ui/words.tsx'
import type { MilestonePage } from '#lib/milestones/milestone.ts'
import type { ShownMilestone } from '#lib/milestones/shown.ts'
import type { Attempt } from '#lib/runner/attempts.ts'
import { mayAct, mayReport } from '#lib/rules/milestone-status.ts'
import { Ask } from './ask.tsx'
import { Asked } from './asked.tsx'
import { BlockButton, BlockForm } from './block.tsx'
import { KeyActs } from './key-acts.tsx'
import { Keys } from './keys.tsx'
import { Ledger } from './ledger.tsx'
import { MilestoneAside } from './milestone-aside.tsx'
import { MilestoneRefused } from './refused.tsx'
import { Reported } from './reported.tsx'
import { Standing } from './standing.tsx'
import { StartForm } from './start.tsx'
import { UnblockForm } from './unblock.tsx'

/** `act`: the form that the address opens, for whom no dialog opens; `attempt`: what came back refused; `done`: the
 *  command that led here. */
export function Milestone({
  found,
  act,
  attempt,
  done,
}: {
  found: MilestonePage
  act?: string | undefined
  attempt?: Attempt | undefined
  done?: string | undefined
}) {
  const t = useTranslations('milestones.milestone')
  const acts = useTranslations('milestones')
  const wasDone = (['create', 'change', 'unarchive'] as const).find((one) => done === `milestones.${one}`)
  const { milestone, reports } = found
  const at = `/${milestone.partnership}`
  const page = `${at}/milestones/${milestone.code}`
  const isStaff = milestone.actor.staffOf.length > 0
  return (
    <Words of={['milestones.field', 'milestones.block-cause']}>
      <PageHeader
        title={<span className="font-mono font-normal">{milestone.code}</span>}
        isHeading={false}
        subtitle={<Standing milestone={milestone} />}
        back={{ href: `${at}/board`, name: t('back') }}
      />
      <Page aside={<MilestoneAside found={found} />}>
        <MilestoneRefused attempt={attempt} />
        <div className="flex flex-col gap-1.5">
          <Trail
            of={[
              {
                name: <RecordText text={milestone.direction.title} isQuiet />,
                href: `${at}/directions/${milestone.direction.code}`,
              },
              {
                name: <RecordText text={milestone.initiative.title} isQuiet />,
                href: `${at}/initiatives/${milestone.initiative.code}`,
              },
            ]}
          />
          <h1 lang={milestone.title.language} className="text-head font-strong">
            {milestone.title.text}
            <TranslationMark text={milestone.title} />
          </h1>
        </div>
        {done === 'progress-reports.submit' && <Done>{t('report-sent')}</Done>}
        {wasDone && <Done>{acts(`${wasDone}.done`)}</Done>}
        <AskedDone done={done} found={found} />
        <Keys
          milestone={milestone}
          reports={reports}
          acts={isStaff && <KeyActs milestone={milestone} act={act} attempt={attempt} page={page} />}
        />
        <Asked milestone={milestone} asked={found} page={page} act={act} attempt={attempt} />
        <Ask found={found} act={act} attempt={attempt} page={page} />
        <Progress found={found} act={act} attempt={attempt} page={page} />
        <Reported found={found} />
        <Sources sources={found.sources} partnership={milestone.partnership} />
        <Ledger entries={found.history} />
      </Page>
    </Words>
  )
}

/** What was just asked or answered, as it now stands. */
function AskedDone({ done, found }: { done: string | undefined; found: MilestonePage }) {
  const t = useTranslations('milestones.asked.done')
  const asked =
    done === 'milestones.change-due-date'
      ? found.dueDateChanges.at(-1)
      : done === 'milestones.cancel' || done === 'milestones.restore'
        ? found.statusChanges.at(-1)
        : undefined
  const state = asked?.state ?? answered[done ?? '']
  return state && state !== 'before_release' ? <Done>{t(state)}</Done> : null
}

const answered: Partial<Record<string, 'put' | 'agreed' | 'refused' | 'withdrawn'>> = {
  'milestones.put-due-date': 'put',
  'milestones.agree-due-date': 'agreed',
  'milestones.agree-status': 'agreed',
  'milestones.refuse-due-date': 'refused',
  'milestones.refuse-status': 'refused',
  'milestones.withdraw-due-date': 'withdrawn',
  'milestones.withdraw-status': 'withdrawn',
}

function Progress({
  found,
  act,
  attempt,
  page,
}: {
  found: MilestonePage
  act: string | undefined
  attempt: Attempt | undefined
  page: string
}) {
  const t = useTranslations('milestones.milestone')
  const why = useTranslations('rules.why-not')
  const { milestone, reports } = found
  const report = mayReport(milestone.status)
  const can = (one: 'start' | 'block' | 'unblock') => mayAct(one, milestone, milestone.actor).may
  return (
    <section>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-line pb-2">
        <h2 className="text-lead font-medium">{t('progress')}</h2>
        {act !== 'block' && (
          <div className="no-print flex flex-wrap gap-2 empty:hidden">
            {can('start') && <StartForm milestone={milestone} />}
            {can('block') && <BlockButton milestone={milestone} page={page} />}
            {milestone.isOfficial && report.may && (
              <ButtonLink href={`${page}/progress-reports`} kind="main">
                {t('log-progress')}
              </ButtonLink>
            )}
          </div>
        )}
      </div>
      {act === 'block' && can('block') && (
        <div className="border-b border-line py-4">
          <BlockForm milestone={milestone} attempt={attempt} page={page} />
        </div>
      )}
      {milestone.block && <Blocked milestone={milestone} canUnblock={can('unblock')} />}
      {milestone.isOfficial && !report.may && milestone.status !== 'completed' && (
        <p className="pt-3 text-ink-2">{why(report.why)}</p>
      )}
      {reports.length === 0 ? (
        <div className="pt-3">
          <Empty title={t('no-reports')}>
            {t(milestone.isOfficial && report.may ? 'no-reports-official' : 'no-reports-others')}
          </Empty>
        </div>
      ) : (
        <ul>
          {reports.map((one) => (
            <Report key={one.id} report={one} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Blocked({ milestone, canUnblock }: { milestone: ShownMilestone; canUnblock: boolean }) {
  const t = useTranslations('milestones')
  if (!milestone.block) return null
  return (
    <div className="mt-3 flex flex-wrap items-start justify-between gap-3 rounded-card border border-blocked/50 bg-blocked-soft px-3.5 py-3">
      <div className="min-w-0">
        <p className="font-medium text-blocked">
          {t('block.blocked-by', { cause: t(`block-cause.${milestone.block.cause}`) })}
        </p>
        <p className="whitespace-pre-line">{milestone.block.words}</p>
      </div>
      {canUnblock && <UnblockForm milestone={milestone} />}
    </div>
  )
}
