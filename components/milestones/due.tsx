import { useLocale, useTranslations } from 'next-intl'
import { formatDue, formatMove, formatSlip } from '#lib/format/due.ts'
import type { Due } from '#lib/rules/due-date.ts'
import { isLate, type Lateness } from '#lib/rules/lateness.ts'
import { Tag } from '#components/ui/tag.tsx'

/** A due date with the calendar days that it has slipped, and a word once it is late. `first`: the baseline, to
 *  tell from where it moved; `slip`: in days, 0 when it stands where it stood; `lateness`: null where it is said beside. */
export function DueDate({
  due,
  first = null,
  slip = 0,
  lateness = null,
}: {
  due: Due | null
  first?: Due | null
  slip?: number
  lateness?: Lateness | null
}) {
  const t = useTranslations('milestones.due')
  const language = useLocale()
  if (due === null) return <span className="text-ink-2">{t('undated')}</span>
  const late = lateness !== null && isLate(lateness)
  const moved = first !== null && slip !== 0 ? formatMove(first, due, language) : undefined
  return (
    <span className="inline-flex flex-wrap items-center gap-x-1.5 gap-y-0.5">
      <time dateTime={due.on} className={late ? 'text-alarm' : 'text-ink-2'}>
        {formatDue(due, language)}
      </time>
      {slip !== 0 && (
        <span className="text-warn" title={moved}>
          {formatSlip(slip, language)}
        </span>
      )}
      {late && <Tag tone={lateness === 'overdue' ? 'alarm' : 'plain'}>{t(lateness)}</Tag>}
    </span>
  )
}
