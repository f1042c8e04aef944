import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { PostLine } from '#components/people/post.tsx'
import { SourceLinks } from '#components/sources/cited.tsx'
import { Lines, Panel } from '#components/ui/card.tsx'
import { Fact, Facts } from '#components/ui/facts.tsx'
import { Flag } from '#components/ui/flag.tsx'
import { RecordText } from '#components/ui/record-text.tsx'
import { StatusDot, StatusWord } from '#components/ui/status.tsx'
import { Code, Tag } from '#components/ui/tag.tsx'
import { countryName } from '#lib/format/country.ts'
import { formatDue, formatSlip } from '#lib/format/due.ts'
import type { ShownDueDateChange, ShownStatusChange } from '#lib/milestones/asked-changes.ts'
import type { LinkedMilestone, MilestonePage } from '#lib/milestones/milestone.ts'
import { shortCode } from '#lib/rules/codes.ts'
import { DueDate } from './due.tsx'

/** What stands beside the page of a milestone: whose it is, its dates and how they moved, where it comes from. */
export function MilestoneAside({ found }: { found: MilestonePage }) {
  return (
    <>
      <Duty found={found} />
      <MovedDates found={found} />
      <StatusChanges found={found} />
      <ReportedDates found={found} />
      <Dependencies found={found} />
      <ComesFrom found={found} />
    </>
  )
}

function Duty({ found }: { found: MilestonePage }) {
  const t = useTranslations('milestones.milestone')
  const language = useLocale()
  const { milestone, slip } = found
  const { organisation, audience } = milestone
  return (
    <Panel>
      <Facts>
        <Fact name={t('responsible')}>
          {organisation ? (
            <Body flag={organisation.side}>
              <RecordText text={organisation.name} isQuiet />
            </Body>
          ) : milestone.side === null ? (
            t('both-sides')
          ) : (
            <Body flag={milestone.side}>{countryName(milestone.side, language)}</Body>
          )}
          {found.responsibleInferred && <Inferred />}
        </Fact>
        {found.withLeads.length > 0 && (
          <Fact name={t('with')}>
            {found.withLeads.map(({ name, side }) => (
              <Body key={side} flag={side}>
                <RecordText text={name} isQuiet />
              </Body>
            ))}
          </Fact>
        )}
        <Fact name={t('due')}>
          <DueDate
            due={milestone.due}
            first={milestone.baseline}
            slip={slip?.days ?? 0}
            lateness={milestone.lateness}
          />
          {found.dueStated !== null && (
            <span className="block text-small text-ink-2">{t('quoted', { words: found.dueStated })}</span>
          )}
        </Fact>
        <Fact name={t('baseline')}>
          {milestone.baseline ? formatDue(milestone.baseline, language) : <NotStated />}
        </Fact>
        {slip && (
          <Fact name={t('slip-working')}>
            {slip.working.map(({ side, days }) => (
              <span key={side} className="block">
                {days === null
                  ? t('slip-unknown', { side: countryName(side, language) })
                  : t('slip-in', { days: formatSlip(days, language), side: countryName(side, language) })}
              </span>
            ))}
          </Fact>
        )}
        {milestone.startedOn !== null && (
          <Fact name={t('started')}>
            {formatDue({ on: milestone.startedOn, precision: 'day' }, language)}
          </Fact>
        )}
        {milestone.completed && <Fact name={t('completed')}>{formatDue(milestone.completed, language)}</Fact>}
        <Fact name={t('weight')}>
          {t('weight-of', { weight: found.weight, all: found.weightOfAll })}
          {found.weightInferred && <Inferred />}
        </Fact>
        <Fact name={t('visible-to')}>
          {audience.kind === 'side'
            ? t('visible.side', { side: countryName(audience.side, language) })
            : t(`visible.${audience.kind}`)}
        </Fact>
      </Facts>
    </Panel>
  )
}

function Body({ flag, children }: { flag: string | null; children: ReactNode }) {
  return (
    <span className="flex items-start gap-1.5">
      <Flag code={flag} className="mt-px size-4" />
      <span className="min-w-0">{children}</span>
    </span>
  )
}

function Inferred() {
  const t = useTranslations('milestones.milestone')
  return (
    <>
      {' '}
      <Tag>{t('inferred')}</Tag>
    </>
  )
}

function NotStated() {
  return <span className="text-ink-2">{useTranslations('milestones.milestone')('not-stated')}</span>
}

function MovedDates({ found: { milestone, dueDateChanges } }: { found: MilestonePage }) {
  const t = useTranslations('milestones.moved-dates')
  if (dueDateChanges.length === 0) return null
  return (
    <Panel title={t('title')} count={dueDateChanges.length}>
      <Lines>
        {dueDateChanges.map((change, at) => (
          <li key={at}>
            <MovedDate change={change} partnership={milestone.partnership} />
          </li>
        ))}
      </Lines>
    </Panel>
  )
}

function MovedDate({ change, partnership }: { change: ShownDueDateChange; partnership: string }) {
  const t = useTranslations('milestones')
  const language = useLocale()
  const written = (due: ShownDueDateChange['from']) => (due ? formatDue(due, language) : t('due.undated'))
  return (
    <div className="flex flex-col gap-0.5">
      <p>
        <span className="text-ink-2">{written(change.from)} →</span> {written(change.to)}{' '}
        {change.kind !== 'moved' && <Tag>{t(`moved-dates.kind.${change.kind}`)}</Tag>}
        {change.state !== 'agreed' && <Tag tone="warn">{t(`moved-dates.state.${change.state}`)}</Tag>}
      </p>
      {change.words !== null && <p className="whitespace-pre-line">{change.words}</p>}
      {change.cause !== null && (
        <p className="text-ink-2">
          {t(`due-cause.${change.cause}`)}
          {change.causedBy &&
            ` · ${t('moved-dates.caused-by', { side: countryName(change.causedBy, language) })}`}
        </p>
      )}
      {change.becauseOf && (
        <p className="text-ink-2">
          {t('moved-dates.because-of')} <RecordText text={change.becauseOf.title} isQuiet />
        </p>
      )}
      {change.announced && (
        <p className="text-small text-ink-2">
          {t('moved-dates.announced', { date: formatDue(change.announced, language) })}
        </p>
      )}
      {change.asked && (
        <p className="text-small text-ink-2">
          {t('moved-dates.asked')} <PostLine {...change.asked} />
        </p>
      )}
      {change.agreed && (
        <p className="text-small text-ink-2">
          {t('moved-dates.agreed')} <PostLine {...change.agreed} />
          {change.meeting && (
            <>
              {', '}
              <RecordText text={change.meeting.title} isQuiet />
            </>
          )}
        </p>
      )}
      <Refusal of={change} />
      <SourceLinks sources={change.sources} partnership={partnership} />
    </div>
  )
}

function Refusal({ of: { refused, refusal } }: { of: Pick<ShownDueDateChange, 'refused' | 'refusal'> }) {
  const t = useTranslations('milestones.moved-dates')
  return (
    <>
      {refused && (
        <p className="text-small text-ink-2">
          {t('refused')} <PostLine {...refused} />
        </p>
      )}
      {refusal !== null && <p className="whitespace-pre-line">{t('quoted', { words: refusal })}</p>}
    </>
  )
}

/** What was asked and answered; what is open stands on the page itself. */
function StatusChanges({ found: { statusChanges } }: { found: MilestonePage }) {
  const t = useTranslations('milestones')
  const answered = statusChanges.filter(({ state }) => state !== 'put')
  if (answered.length === 0) return null
  return (
    <Panel title={t('status-changes.title')} count={answered.length}>
      <Lines>
        {answered.map((change) => (
          <li key={change.id} className="flex flex-col gap-0.5">
            <StatusChange change={change} />
          </li>
        ))}
      </Lines>
    </Panel>
  )
}

function StatusChange({ change }: { change: ShownStatusChange }) {
  const t = useTranslations('milestones')
  return (
    <>
      <p>
        {t(`status-changes.${change.kind}`)}{' '}
        {change.state !== 'agreed' && <Tag tone="warn">{t(`moved-dates.state.${change.state}`)}</Tag>}
      </p>
      <p className="whitespace-pre-line">{change.reason}</p>
      <p className="text-small text-ink-2">
        {t('moved-dates.asked')} <PostLine {...change.asked} />
      </p>
      {change.agreed && (
        <p className="text-small text-ink-2">
          {t('moved-dates.agreed')} <PostLine {...change.agreed} />
        </p>
      )}
      <Refusal of={change} />
    </>
  )
}

function ReportedDates({ found: { milestone, reportedDates } }: { found: MilestonePage }) {
  const t = useTranslations('milestones.reported-dates')
  const language = useLocale()
  if (reportedDates.length === 0) return null
  return (
    <Panel title={t('title')} count={reportedDates.length}>
      <Lines>
        {reportedDates.map(({ dated, reported, counts, sources }, at) => (
          <li key={at} className="flex flex-col gap-0.5">
            <p>
              {formatDue(dated, language)} {counts && <Tag tone="accent">{t('counts')}</Tag>}
            </p>
            {reported && (
              <p className="text-small text-ink-2">
                {t('reported', { date: formatDue(reported, language) })}
              </p>
            )}
            <SourceLinks sources={sources} partnership={milestone.partnership} />
          </li>
        ))}
      </Lines>
    </Panel>
  )
}

function Dependencies({ found: { milestone, waitsFor, awaitedBy } }: { found: MilestonePage }) {
  const t = useTranslations('milestones.dependencies')
  return (
    <>
      {waitsFor.length > 0 && (
        <Panel title={t('waits-for')} count={waitsFor.length}>
          <MilestoneLines partnership={milestone.partnership} of={waitsFor} />
        </Panel>
      )}
      {awaitedBy.length > 0 && (
        <Panel title={t('awaited-by')} count={awaitedBy.length}>
          <MilestoneLines partnership={milestone.partnership} of={awaitedBy} />
        </Panel>
      )}
    </>
  )
}

function MilestoneLines({ partnership, of }: { partnership: string; of: readonly LinkedMilestone[] }) {
  return (
    <Lines>
      {of.map(({ code, title, status, due, lateness }) => (
        <li key={code} className="flex flex-col gap-0.5">
          <Link href={`/${partnership}/milestones/${code}`} className="quiet-link">
            <Code>{shortCode(code, partnership)}</Code> <RecordText text={title} isQuiet />
          </Link>
          <span className="flex flex-wrap items-center gap-x-2 text-small">
            <StatusDot status={status} /> <StatusWord status={status} />{' '}
            <DueDate due={due} lateness={lateness} />
          </span>
        </li>
      ))}
    </Lines>
  )
}

function ComesFrom({ found: { milestone, agreements, decisions } }: { found: MilestonePage }) {
  const t = useTranslations('milestones.comes-from')
  const language = useLocale()
  const at = `/${milestone.partnership}`
  return (
    <Panel title={t('title')}>
      {agreements.length + decisions.length === 0 ? (
        <p className="text-ink-2">{t('nothing')}</p>
      ) : (
        <Lines>
          {agreements.map(({ code, title, signed }) => (
            <li key={code}>
              <Link href={`${at}/agreements/${code}`} className="quiet-link">
                <RecordText text={title} isQuiet />
              </Link>
              <p className="text-small text-ink-2">
                {t('agreement')} · {signed ? formatDue(signed, language) : t('date-not-stated')}
              </p>
            </li>
          ))}
          {decisions.map(({ code, number, text, meeting }) => (
            <li key={code}>
              <Link href={`${at}/meetings/${meeting.code}`} className="quiet-link">
                <RecordText text={text} isQuiet />
              </Link>
              <p className="text-small text-ink-2">
                {t('decision', { number })} · <RecordText text={meeting.title} isQuiet /> ·{' '}
                {formatDue(meeting.held, language)}
              </p>
            </li>
          ))}
        </Lines>
      )}
      {agreements.length + decisions.length > 0 && (
        <p className="pt-2.5 text-small text-ink-3">{t('of-the-initiative')}</p>
      )}
    </Panel>
  )
}
