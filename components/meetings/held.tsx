import { useLocale, useTranslations } from 'next-intl'
import { Tag } from '#components/ui/tag.tsx'
import { useWord } from '#components/ui/use-word.tsx'
import { type DateLength, formatPeriod } from '#lib/format/date.ts'
import { formatDue } from '#lib/format/due.ts'
import type { Due, PlainDate } from '#lib/rules/due-date.ts'

/** When a meeting is or was: a day, several, or as vague as it was reported. */
export function Held({
  held,
  endsOn = null,
  length = 'short',
}: {
  held: Due
  endsOn?: PlainDate | null
  length?: DateLength
}) {
  const language = useLocale()
  return (
    <span>
      {endsOn === null ? formatDue(held, language, length) : formatPeriod(held.on, endsOn, language)}
    </span>
  )
}

/** Planned; or planned for a date that is over, and nobody reported that it was held. */
export function PlannedTag({ isPast }: { isPast: boolean }) {
  const t = useTranslations('meetings.planned')
  return <Tag tone={isPast ? 'warn' : 'accent'}>{t(isPast ? 'past' : 'to-come')}</Tag>
}

export function MeetingKind({ kind }: { kind: string }) {
  const t = useTranslations('meetings.kind')
  const word = useWord(({ meetings }) => meetings.kind)
  return <span>{word(kind) ?? t('other')}</span>
}

/** In person, by video link, by telephone. */
export function MeetingMode({ mode }: { mode: string }) {
  const word = useWord(({ meetings }) => meetings.mode)
  return <span>{word(mode) ?? mode}</span>
}
