import { useTranslations } from 'next-intl'
import { v7 as newId } from 'uuid'
import { Form } from '#components/ui/form.tsx'
import { Submit } from '#components/ui/submit.tsx'
import type { ShownMilestone } from '#lib/milestones/shown.ts'
import { ChangedMeanwhile } from './changed-meanwhile.tsx'

/** Says that work has begun. */
export function StartForm({ milestone }: { milestone: ShownMilestone }) {
  const t = useTranslations('milestones.start')
  return (
    <Form
      action={`/api/v1/milestones/${milestone.code}/starts`}
      hidden={{ id: newId(), version: milestone.version }}
      className="flex flex-col items-start gap-2"
    >
      <ChangedMeanwhile />
      <Submit kind="plain">{t('button')}</Submit>
    </Form>
  )
}
