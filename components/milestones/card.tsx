import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Bar } from '#components/ui/bar.tsx'
import { Flag } from '#components/ui/flag.tsx'
import { RecordText } from '#components/ui/record-text.tsx'
import { Code, Tag } from '#components/ui/tag.tsx'
import { formatDue } from '#lib/format/due.ts'
import { formatPercent } from '#lib/format/percent.ts'
import type { BoardCard } from '#lib/milestones/board-cards.ts'
import { shortCode } from '#lib/rules/codes.ts'
import { DueDate } from './due.tsx'
import { TwoKeys } from './two-keys.tsx'

/** A milestone on the board: whose it is, when it is due, how far it is, what each side has said. The whole card leads
 *  to the milestone. `move`: the button that opens its moves. */
export function MilestoneCard({
  card,
  partnership,
  names,
  move,
}: {
  card: BoardCard
  partnership: string
  names: Readonly<Record<string, string>>
  move: ReactNode
}) {
  const t = useTranslations('milestones.card')
  const language = useLocale()
  const { code, title, sides, standing, status, organisation, percent } = card
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-2 gap-y-1">
        <Code>{shortCode(code, partnership)}</Code>
        <TwoKeys sides={sides} verdicts={standing} status={status} names={names} />
      </div>
      <h3 className="mt-1 leading-4.25 font-medium text-wrap max-md:leading-5" id={`card-${code}`}>
        <Link
          href={`/${partnership}/milestones/${code}`}
          prefetch={false}
          draggable={false}
          aria-keyshortcuts={move ? 'M' : undefined}
          aria-describedby={move ? 'moves-by-keys' : undefined}
          className="outline-none after:absolute after:inset-0 after:rounded-card"
        >
          <RecordText text={title} />
        </Link>
      </h3>
      <div className="relative mt-1 flex min-h-5 items-center gap-1.5 text-small text-ink-2">
        {organisation && (
          <>
            <Flag code={organisation.side} className="size-3.75" />
            <span className="min-w-0 flex-1 truncate" title={organisation.name.text}>
              <RecordText text={organisation.name} isQuiet />
            </span>
          </>
        )}
        {move}
      </div>
      <div className="mt-1 flex flex-wrap items-center gap-x-1.5 gap-y-1 text-small">
        <When card={card} />
        {percent !== null && status !== 'completed' && (
          <span className="ml-auto text-ink-2">{formatPercent(percent, language)}</span>
        )}
      </div>
      {percent !== null && status !== 'completed' && (
        <div className="mt-1.5">
          <Bar percent={percent} name={t('progress', { percent: formatPercent(percent, language) })} />
        </div>
      )}
    </>
  )
}

/** The due date with what is wrong about it; of a completed milestone the day on which it was, where it is known. */
function When({
  card: { status, due, baseline, slip, lateness, completed, blockCause },
}: {
  card: BoardCard
}) {
  const t = useTranslations('milestones')
  const language = useLocale()
  if (status === 'completed' && completed) {
    return (
      <time dateTime={completed.on} className="text-ink-2">
        <span className="sr-only">{t('card.completed')} </span>
        {formatDue(completed, language)}
      </time>
    )
  }
  if (status === 'completed' && due === null) return null
  return (
    <>
      <DueDate due={due} first={baseline} slip={slip} lateness={lateness} />
      {status === 'blocked' && blockCause && <Tag tone="warn">{t(`block-cause.${blockCause}`)}</Tag>}
      {status !== 'blocked' &&
        (lateness === 'at_risk' || lateness === 'due_soon' || lateness === 'stale') && (
          <Tag>{t(`lateness.${lateness}`)}</Tag>
        )}
    </>
  )
}
