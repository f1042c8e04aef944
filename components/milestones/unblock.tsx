import { useTranslations } from 'next-intl'
import { v7 as newId } from 'uuid'
import { Form } from '#components/ui/form.tsx'
import { Submit } from '#components/ui/submit.tsx'
import type { ShownMilestone } from '#lib/milestones/shown.ts'
import { ChangedMeanwhile } from './changed-meanwhile.tsx'

/** Says that nothing stands in the way any more. */
export function UnblockForm({ milestone }: { milestone: ShownMilestone }) {
  const t = useTranslations('milestones.unblock')
  return (
    <Form
      action={`/api/v1/milestones/${milestone.code}/unblocks`}
      hidden={{ id: newId(), version: milestone.version }}
      className="flex flex-col items-start gap-2"
    >
      <ChangedMeanwhile />
      <Submit kind="plain">{t('button')}</Submit>
    </Form>
  )
}
