import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { v7 as newId } from 'uuid'
import { CloseButton } from '#components/ui/close-button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { Form } from '#components/ui/form.tsx'
import { Select } from '#components/ui/select.tsx'
import { Submit } from '#components/ui/submit.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import type { ShownMilestone } from '#lib/milestones/shown.ts'
import type { Attempt } from '#lib/runner/attempts.ts'
import { maxLength } from '#lib/rules/limits.ts'
import { blockCauses } from '#lib/rules/milestone-status.ts'
import { ChangedMeanwhile } from './changed-meanwhile.tsx'

type Props = { milestone: ShownMilestone; attempt?: Attempt | undefined; page: string; isInDialog?: boolean }

/** Says what stands in the way: a cause from the short list, and words. */
export function BlockForm({ milestone, attempt, page, isInDialog = false }: Props) {
  const t = useTranslations('milestones.block')
  const cause = useTranslations('milestones.block-cause')
  const close = useTranslations('ui.dialog')('close')
  return (
    <Form
      action={`/api/v1/milestones/${milestone.code}/blocks`}
      hidden={{ id: newId(), version: milestone.version }}
      attempt={attempt}
      draft={`milestones.blocks:${milestone.code}`}
      className="flex max-w-160 flex-col gap-4"
    >
      <ChangedMeanwhile />
      <Select
        name="cause"
        label={t('cause')}
        none={t('choose')}
        options={blockCauses.map((value) => ({ value, label: cause(value) }))}
      />
      <TextArea name="words" label={t('words')} hint={t('hint')} rows={3} maxLength={maxLength.reason} />
      <div className="flex flex-wrap items-center gap-2">
        <Submit>{t('button')}</Submit>
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

export function BlockButton(props: Props) {
  const t = useTranslations('milestones.block')
  return (
    <Dialog button={t('open')} title={t('title')} page={`${props.page}?act=block`}>
      <BlockForm {...props} isInDialog />
    </Dialog>
  )
}
