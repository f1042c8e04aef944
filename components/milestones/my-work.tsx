import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { PageHeader } from '#components/frame/page-header.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { Flag } from '#components/ui/flag.tsx'
import { RecordText } from '#components/ui/record-text.tsx'
import { Code, Tag } from '#components/ui/tag.tsx'
import { countryInSentence, countryName } from '#lib/format/country.ts'
import { formatDue, formatSlip } from '#lib/format/due.ts'
import type { Language } from '#lib/format/language.ts'
import { formatPercent } from '#lib/format/percent.ts'
import type { MyWork, OwedMilestone } from '#lib/milestones/my-work.ts'
import type { OwnAsking } from '#lib/milestones/own-askings.ts'
import type { WaitingChange } from '#lib/milestones/waiting-changes.ts'
import type { WaitingKey } from '#lib/milestones/waiting-keys.ts'
import type { WaitingReport } from '#lib/progress-reports/waiting.ts'
import { shortCode } from '#lib/rules/codes.ts'
import { daysBetween, type Due } from '#lib/rules/due-date.ts'
import { duties } from '#lib/rules/duty.ts'
import { isLate } from '#lib/rules/lateness.ts'
import type { SideCode, Status, Verdict } from '#lib/rules/milestone-status.ts'
import type { Text } from '#lib/rules/texts.ts'
import { TwoKeys } from './two-keys.tsx'

/** Everything that waits for the reader, in one list by date. */
export function MyWorkList({ found }: { found: MyWork }) {
  const t = useTranslations('milestones.my-work')
  const { owed, steps, keys, changes, askings, bodies } = found
  const [returned, ...others] = duties.map((duty) => ({
    duty,
    rows: owed.filter((one) => one.duty === duty),
  }))
  const isEmpty = owed.length + steps.length + keys.length + changes.length + askings.length === 0
  const groupOf = ({ duty, rows }: { duty: (typeof duties)[number]; rows: OwedMilestone[] }) => (
    <Group key={duty} title={t(`group.${duty}`)} size={rows.length}>
      {rows.map((row) => (
        <Owed key={row.code} row={row} />
      ))}
    </Group>
  )
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={bodies.map(({ name, side }) => (
          <span key={name.text} className="inline-flex items-center gap-1.5">
            <Flag code={side} />
            <RecordText text={name} isQuiet />
          </span>
        ))}
      />
      <div className="flex flex-col gap-6 p-(--gutter) pt-4.5 lg:max-w-5xl">
        {isEmpty && (
          <Empty title={t(found.hasDuties ? 'empty' : 'no-duties')}>
            {t(found.isOfficial ? 'empty-official' : found.hasDuties ? 'empty-staff' : 'no-duties-what')}
          </Empty>
        )}
        {returned && groupOf(returned)}
        <Group title={t('group.steps')} size={steps.length}>
          {steps.map((row) => (
            <Step key={row.id} row={row} />
          ))}
        </Group>
        <Group title={t('group.keys')} size={keys.length}>
          {keys.map((row) => (
            <Key key={row.code} row={row} />
          ))}
        </Group>
        <Group title={t('group.changes')} size={changes.length}>
          {changes.map((row) => (
            <Change key={row.id} row={row} />
          ))}
        </Group>
        <Group title={t('group.askings')} size={askings.length}>
          {askings.map((row) => (
            <Asking key={row.id} row={row} />
          ))}
        </Group>
        {others.map(groupOf)}
      </div>
    </>
  )
}

function Group({ title, size, children }: { title: string; size: number; children: ReactNode }) {
  if (size === 0) return null
  return (
    <section>
      <h2 className="flex items-baseline justify-between border-b border-line pb-1.5 font-medium text-ink-2">
        {title}
        <span>{size}</span>
      </h2>
      <ul className="divide-y divide-line">{children}</ul>
    </section>
  )
}

/** On a phone four lines under a thumb; on a desk one row. */
function Row({
  href,
  milestone,
  when,
  percent,
}: {
  href: string
  milestone: {
    code: string
    partnership: string
    title: Text
    sides: SideCode[]
    status: Status
    standing: Verdict[]
  }
  when: ReactNode
  percent: ReactNode
}) {
  const language = useLocale()
  const { code, partnership, title, sides, status, standing } = milestone
  return (
    <li>
      <Link
        href={href}
        className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 gap-y-1.5 py-3 hover:bg-sunk lg:-mx-2.5 lg:grid-cols-[6.5rem_minmax(0,1fr)_minmax(0,17rem)_6rem_auto] lg:px-2.5 lg:py-2"
      >
        <span className="lg:col-start-1">
          <Code>{shortCode(code, partnership)}</Code>
        </span>
        <span className="col-span-2 row-start-2 text-lead font-medium lg:col-span-1 lg:col-start-2 lg:row-start-1 lg:text-body">
          <RecordText text={title} isQuiet />
        </span>
        <span className="row-start-3 flex flex-wrap items-center gap-x-2 gap-y-0.5 text-ink-2 lg:col-start-3 lg:row-start-1">
          {when}
        </span>
        <span className="row-start-3 text-end text-ink-2 lg:col-start-4 lg:row-start-1">{percent}</span>
        <span className="col-start-2 row-start-1 justify-self-end lg:col-start-5">
          <TwoKeys sides={sides} verdicts={standing} status={status} names={namesOf(sides, language)} />
        </span>
      </Link>
    </li>
  )
}

const namesOf = (sides: readonly SideCode[], language: Language) =>
  Object.fromEntries(sides.map((side) => [side, countryName(side, language)]))

function Owed({ row }: { row: OwedMilestone }) {
  const t = useTranslations('milestones.my-work')
  const language = useLocale()
  const page = `/${row.partnership}/milestones/${row.code}`
  return (
    <Row
      href={row.duty === 'waiting' ? page : `${page}/progress-reports`}
      milestone={row}
      when={
        row.duty === 'returned' ? (
          <Returned row={row} />
        ) : row.duty === 'waiting' ? (
          <Waiting row={row} />
        ) : (
          <When row={row} />
        )
      }
      percent={
        row.percent === null ? (
          <span className="text-ink-3">{t('no-percent')}</span>
        ) : (
          formatPercent(row.percent, language)
        )
      }
    />
  )
}

function Returned({ row: { lastReport, today } }: { row: OwedMilestone }) {
  const t = useTranslations('milestones.my-work')
  if (!lastReport) return null
  return (
    <>
      <span className="text-alarm">
        {t('returned', { days: Math.max(0, daysBetween(lastReport.day.on, today)) })}
      </span>
      {lastReport.reason !== null && (
        <Tag>
          <span className="max-w-60 truncate">{lastReport.reason}</span>
        </Tag>
      )}
    </>
  )
}

function When({ row: { due, lateness, today, slip, blockCause } }: { row: OwedMilestone }) {
  const t = useTranslations('milestones.my-work')
  const cause = useTranslations('milestones.block-cause')
  const language = useLocale()
  return (
    <>
      {!due ? (
        <span>{t('undated')}</span>
      ) : lateness === 'overdue' && due.precision === 'day' ? (
        <span className="text-alarm">{t('late', { days: daysBetween(due.on, today) })}</span>
      ) : isLate(lateness) ? (
        <span className="text-alarm">{t('since', { date: formatDue(due, language) })}</span>
      ) : (
        <time dateTime={due.on}>{formatDue(due, language)}</time>
      )}
      {slip !== 0 && <span className="text-warn">{formatSlip(slip, language)}</span>}
      {lateness === 'no_evidence' && <Tag>{t('no-evidence')}</Tag>}
      {blockCause && <Tag tone="warn">{cause(blockCause)}</Tag>}
    </>
  )
}

function Waiting({ row }: { row: OwedMilestone }) {
  const t = useTranslations('milestones.my-work')
  const language = useLocale()
  const { lastReport, status, standing, needed, lateness } = row
  const late = isLate(lateness) && <Tag tone="alarm">{t('is-late')}</Tag>
  if (status === 'claimed' || status === 'disputed') {
    const side =
      status === 'disputed'
        ? row.sides.find((one) => standing.some(({ side, says }) => side === one && says === 'disputed'))
        : needed.find((one) => !standing.some(({ side }) => side === one))
    return (
      <>
        <span>{t(status, { side: countryInSentence(side ?? '', language) })}</span>
        {late}
      </>
    )
  }
  const step = lastReport?.step?.title
  return (
    <>
      <span>{step ? t('waits-for-step', { step: step.text }) : t('waits-for-any-staff')}</span>
      {lastReport && <span>{formatPercent(lastReport.percent, language)}</span>}
      {late}
    </>
  )
}

function Step({ row }: { row: WaitingReport }) {
  const t = useTranslations('milestones.my-work')
  const language = useLocale()
  return (
    <Row
      href={`/${row.partnership}/review?item=${row.id}`}
      milestone={{ ...row.milestone, partnership: row.partnership }}
      when={
        <span>
          <RecordText text={row.post.organisation} isQuiet />
        </span>
      }
      percent={t('percent-to', { percent: formatPercent(row.percent, language) })}
    />
  )
}

function Key({ row }: { row: WaitingKey }) {
  const t = useTranslations('milestones.my-work')
  const language = useLocale()
  return (
    <Row
      href={`/${row.partnership}/review?item=${row.code}`}
      milestone={row}
      when={<span>{t(`key.${row.waitsFor}`)}</span>}
      percent={row.percent === null ? '' : formatPercent(row.percent, language)}
    />
  )
}

function Change({ row }: { row: WaitingChange }) {
  const t = useTranslations('milestones.my-work')
  return (
    <Row
      href={`/${row.partnership}/review?item=${row.id}`}
      milestone={row}
      when={<span>{t(`change.${row.kind}`)}</span>}
      percent={row.to && <ToDate to={row.to} />}
    />
  )
}

/** What an official asked for, and what became of it. */
function Asking({ row }: { row: OwnAsking }) {
  const t = useTranslations('milestones.my-work.asking')
  return (
    <Row
      href={`/${row.partnership}/milestones/${row.code}`}
      milestone={row}
      when={
        <>
          <span className={row.state === 'refused' ? 'text-alarm' : undefined}>{t(row.state)}</span>
          {row.refusal !== null && (
            <Tag>
              <span className="max-w-60 truncate">{row.refusal}</span>
            </Tag>
          )}
        </>
      }
      percent={<ToDate to={row.to} />}
    />
  )
}

function ToDate({ to }: { to: Due }) {
  const t = useTranslations('milestones.my-work')
  const language = useLocale()
  return <time dateTime={to.on}>{t('to-date', { date: formatDue(to, language) })}</time>
}
