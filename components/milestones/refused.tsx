import { useTranslations } from 'next-intl'
import { Problem } from '#components/ui/problem.tsx'
import type { Attempt } from '#lib/runner/attempts.ts'
import { ChangedFields } from './changed-fields.tsx'

/** Why an act was refused that is but a button, for whom no script says it; with what changed meanwhile. */
export function Refused({ attempt: { problem } }: { attempt: Attempt }) {
  const t = useTranslations('milestones.field')
  return (
    <Problem text={problem.text}>
      {problem.changed && problem.changed.length > 0 && (
        <div className="mt-2 text-ink">
          <p className="mb-1 font-medium">{t('what-changed')}</p>
          <ChangedFields changed={problem.changed} />
        </div>
      )}
    </Problem>
  )
}
