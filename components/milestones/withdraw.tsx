import { useTranslations } from 'next-intl'
import { Dialog } from '#components/ui/dialog.tsx'
import { ReasonForm, type ReasonFormProps } from './reason-form.tsx'

type Props = Omit<ReasonFormProps, 'words' | 'noun'>

/** Takes the side's own word back, a confirmation or a dispute, and says why. */
export function WithdrawForm(props: Props) {
  const t = useTranslations('milestones.withdraw')
  return (
    <ReasonForm
      {...props}
      noun="withdrawals"
      words={{ reason: t('reason'), hint: t('hint'), button: t('button') }}
    />
  )
}

export function WithdrawButton(props: Props) {
  const t = useTranslations('milestones.withdraw')
  return (
    <Dialog
      button={t('open')}
      title={t('title')}
      page={`${props.page}${props.page.includes('?') ? '&' : '?'}act=withdraw`}
    >
      <WithdrawForm {...props} isInDialog />
    </Dialog>
  )
}
