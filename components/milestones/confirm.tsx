import { useTranslations } from 'next-intl'
import { v4 as timelessId } from 'uuid'
import { Form } from '#components/ui/form.tsx'
import { Submit } from '#components/ui/submit.tsx'
import type { ShownMilestone } from '#lib/milestones/shown.ts'
import { ChangedMeanwhile } from './changed-meanwhile.tsx'

/** Turns the own side's key. `isAgain`: the side disputed it before. */
export function ConfirmForm({
  milestone,
  next,
  isAgain,
}: {
  milestone: ShownMilestone
  next: string | undefined
  isAgain: boolean
}) {
  const t = useTranslations('milestones.confirm')
  return (
    <Form
      action={`/api/v1/milestones/${milestone.code}/confirmations`}
      hidden={{ id: timelessId(), version: milestone.version }}
      next={next}
      className="flex flex-col items-start gap-2"
    >
      <ChangedMeanwhile />
      <Submit>{t(isAgain ? 'button-again' : 'button')}</Submit>
    </Form>
  )
}
