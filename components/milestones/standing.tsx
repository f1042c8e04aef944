import { useLocale, useTranslations } from 'next-intl'
import { StatusPill } from '#components/ui/status.tsx'
import { countryInSentence } from '#lib/format/country.ts'
import { formatDue } from '#lib/format/due.ts'
import type { ShownKey, ShownMilestone } from '#lib/milestones/shown.ts'
import { daysBetween, todayIn } from '#lib/rules/due-date.ts'
import { isLate } from '#lib/rules/lateness.ts'

/** How a milestone stands, in a pill and a few words: who claims or disputes it, for whose key it waits and since when,
 *  how late it is. */
export function Standing({ milestone }: { milestone: ShownMilestone }) {
  const t = useTranslations('milestones.standing')
  const language = useLocale()
  const { status, keys, needed, lateness, due, today } = milestone
  const name = (side: string) => countryInSentence(side, language)
  const by = keys.find(({ verdict }) => verdict === (status === 'disputed' ? 'disputed' : 'confirmed'))
  const missing = needed.find((side) => !milestone.standing.some((verdict) => verdict.side === side))
  const word = { claimed: 'claimed-by', disputed: 'disputed-by' } as const
  return (
    <>
      <StatusPill status={status}>
        {by && (status === 'claimed' || status === 'disputed')
          ? t(word[status], { side: name(by.side) })
          : undefined}
      </StatusPill>
      {status === 'claimed' && missing !== undefined && by && (
        <span>{t('waits-for', { side: name(missing), days: daysSince(by, today) })}</span>
      )}
      {status === 'completed' && milestone.completed && (
        <span>{formatDue(milestone.completed, language)}</span>
      )}
      {status === 'completed' && milestone.oneKey && <span>{t('one-key')}</span>}
      {isLate(lateness) && due && (
        <span className="text-alarm">{t('late', { days: daysBetween(due.on, today) })}</span>
      )}
      {lateness === 'no_evidence' && <span>{t('no-evidence')}</span>}
    </>
  )
}

function daysSince({ post, at }: ShownKey, today: string): number {
  return Math.max(0, daysBetween(todayIn(post?.timeZone ?? 'UTC', new Date(at)), today))
}
