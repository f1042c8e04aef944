import { useTranslations } from 'next-intl'
import { Dialog } from '#components/ui/dialog.tsx'
import { decidesAlone } from '#lib/rules/two-sides.ts'
import { ReasonForm, type ReasonFormProps } from './reason-form.tsx'

type Props = Omit<ReasonFormProps, 'words' | 'noun'> & { kind: 'cancel' | 'restore' }

/** Asks that the milestone is cancelled, or restored to what it was; where nobody else has to agree, it happens. */
export function ChangeStatusForm({ kind, ...props }: Props) {
  const t = useTranslations(`milestones.${kind}`)
  const { needed, actor } = props.milestone
  const isAlone = actor.staffOf.some((side) => decidesAlone(needed, side))
  return (
    <ReasonForm
      {...props}
      noun={kind === 'cancel' ? 'cancellations' : 'restorations'}
      words={{
        reason: t('reason'),
        hint: t(isAlone ? 'hint-alone' : 'hint'),
        button: t(isAlone ? 'button-alone' : 'button'),
      }}
    />
  )
}

export function ChangeStatusButton(props: Props) {
  const t = useTranslations(`milestones.${props.kind}`)
  return (
    <Dialog button={t('open')} kind="quiet" title={t('title')} page={`${props.page}?act=${props.kind}`}>
      <ChangeStatusForm {...props} isInDialog />
    </Dialog>
  )
}
