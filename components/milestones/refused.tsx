import { useTranslations } from 'next-intl'
import { Refused } from '#components/ui/refused.tsx'
import type { Attempt } from '#lib/runner/attempts.ts'
import { ChangedFields } from './changed-fields.tsx'

/** A refusal that no form has taken, with what changed in the milestone meanwhile. */
export function MilestoneRefused({ attempt }: { attempt: Attempt | undefined }) {
  const t = useTranslations('milestones.field')
  const changed = attempt?.problem.changed ?? []
  return (
    <Refused attempt={attempt}>
      {changed.length > 0 && (
        <div className="mt-2 text-ink">
          <p className="mb-1 font-medium">{t('what-changed')}</p>
          <ChangedFields changed={changed} />
        </div>
      )}
    </Refused>
  )
}
