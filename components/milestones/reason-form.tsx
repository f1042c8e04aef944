import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { v4 as timelessId } from 'uuid'
import { CloseButton } from '#components/ui/close-button.tsx'
import { Form } from '#components/ui/form.tsx'
import { Submit } from '#components/ui/submit.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import type { ShownMilestone } from '#lib/milestones/shown.ts'
import type { Attempt } from '#lib/runner/attempts.ts'
import { maxLength } from '#lib/rules/limits.ts'
import { ChangedMeanwhile } from './changed-meanwhile.tsx'

export type ReasonFormProps = {
  milestone: ShownMilestone
  /** What is created, as the door's address has it. */
  noun: 'disputes' | 'withdrawals' | 'cancellations' | 'restorations' | 'releases'
  /** Fields that the person does not see. */
  hidden?: Readonly<Record<string, string>>
  words: { reason: string; hint: string; button: string }
  attempt?: Attempt | undefined
  /** The page's address without this form. */
  page: string
  next?: string | undefined
  isInDialog?: boolean
}

/** An act that nobody does without a reason. */
export function ReasonForm({
  milestone,
  noun,
  hidden = {},
  words,
  attempt,
  page,
  next,
  isInDialog = false,
}: ReasonFormProps) {
  const close = useTranslations('ui.dialog')('close')
  return (
    <Form
      action={`/api/v1/milestones/${milestone.code}/${noun}`}
      hidden={{ ...hidden, id: timelessId(), version: milestone.version }}
      attempt={attempt}
      next={next}
      draft={`milestones.${noun}:${milestone.code}`}
      className="flex flex-col gap-4"
    >
      <ChangedMeanwhile />
      <TextArea name="reason" label={words.reason} hint={words.hint} rows={3} maxLength={maxLength.reason} />
      <div className="flex flex-wrap items-center gap-2">
        <Submit kind={noun === 'disputes' || noun === 'cancellations' ? 'danger' : 'main'}>
          {words.button}
        </Submit>
        {isInDialog ? (
          <CloseButton>{close}</CloseButton>
        ) : (
          <Link href={page} className="button" data-kind="quiet">
            {close}
          </Link>
        )}
      </div>
    </Form>
  )
}
