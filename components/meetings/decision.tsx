import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Inferred, Own, Remark } from '#components/facts/marks.tsx'
import { Flag } from '#components/ui/flag.tsx'
import { RecordText } from '#components/ui/record-text.tsx'
import { Code, Tag } from '#components/ui/tag.tsx'
import { useWord } from '#components/ui/use-word.tsx'
import { formatDue } from '#lib/format/due.ts'
import type { ShownDecision } from '#lib/meetings/shown-decision.ts'
import { shortCode } from '#lib/rules/codes.ts'

/** A numbered point that a meeting decided: by when, who answers for it, and what it started. `meeting`: where the list is
 *  not of one meeting. */
export function Decision({
  decision: { code, number, text, due, dueInferred, state, note, own, directions, bodies, initiative },
  partnership,
  meeting,
}: {
  decision: ShownDecision
  partnership: string
  meeting?: ReactNode
}) {
  const t = useTranslations('meetings.decision')
  const standing = useWord(({ initiatives }) => initiatives.standing)
  const language = useLocale()
  return (
    <li
      id={meeting ? undefined : code}
      className="grid grid-cols-[1.5rem_minmax(0,1fr)] gap-x-3 gap-y-1 py-3 target:bg-accent-soft lg:grid-cols-[1.5rem_minmax(0,1fr)_13rem]"
    >
      <span className="text-end text-ink-3">
        <span className="sr-only">{t('number')} </span>
        {number}
      </span>
      <div className="flex min-w-0 flex-col gap-1">
        <p className="font-medium">
          <RecordText text={text} /> {own && <Own />}
        </p>
        {meeting}
        {initiative ? (
          <p className="text-small text-ink-2">
            {t('initiative')}{' '}
            <Link href={`/${partnership}/initiatives/${initiative.code}`} className="link">
              <Code>{shortCode(initiative.code, partnership)}</Code>{' '}
              <RecordText text={initiative.title} isQuiet />
            </Link>{' '}
            <Tag>{standing(initiative.standing) ?? initiative.standing}</Tag>
          </p>
        ) : (
          !meeting && <p className="text-small text-warn">{t('no-initiative')}</p>
        )}
        {bodies.length > 0 && (
          <ul className="flex flex-wrap gap-x-3 text-small">
            {bodies.map((body) => (
              <li key={body.code} className="flex items-center gap-1">
                <Flag code={body.side} className="size-3.5" />
                <Link href={`/${partnership}/organisations/${body.code}`} className="quiet-link">
                  <RecordText text={body.name} isQuiet />
                </Link>
              </li>
            ))}
          </ul>
        )}
        {note !== null && (
          <p className="text-small">
            <Remark>{note}</Remark>
          </p>
        )}
      </div>
      <div className="col-start-2 flex flex-col items-start gap-1 text-small text-ink-2 lg:col-start-3">
        {due && (
          <p>
            {t('due', { date: formatDue(due, language) })} {dueInferred && <Inferred />}
          </p>
        )}
        {state === 'past' && <Tag tone="warn">{t('past')}</Tag>}
        {directions.map((direction) => (
          <span key={direction.code}>
            <RecordText text={direction.title} isQuiet />
          </span>
        ))}
      </div>
    </li>
  )
}
