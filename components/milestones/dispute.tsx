import { useTranslations } from 'next-intl'
import { Dialog } from '#components/ui/dialog.tsx'
import { ReasonForm, type ReasonFormProps } from './reason-form.tsx'

type Props = Omit<ReasonFormProps, 'words' | 'noun'>

/** Says that it is not complete, and why. */
export function DisputeForm(props: Props) {
  const t = useTranslations('milestones.dispute')
  return (
    <ReasonForm
      {...props}
      noun="disputes"
      words={{ reason: t('reason'), hint: t('hint'), button: t('button') }}
    />
  )
}

export function DisputeButton(props: Props) {
  const t = useTranslations('milestones.dispute')
  return (
    <Dialog
      button={t('open')}
      kind="danger"
      title={t('title')}
      page={`${props.page}${props.page.includes('?') ? '&' : '?'}act=dispute`}
    >
      <DisputeForm {...props} isInDialog />
    </Dialog>
  )
}
