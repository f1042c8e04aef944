import { useTranslations } from 'next-intl'
import { Dialog } from '#components/ui/dialog.tsx'
import { ReasonForm, type ReasonFormProps } from './reason-form.tsx'

type Props = Omit<ReasonFormProps, 'words' | 'noun' | 'hidden'> & { to: 'shared' | 'public' }

/** Opens the milestone to both sides, or to everybody; says what stays behind. */
export function ReleaseForm({ to, ...props }: Props) {
  const t = useTranslations('milestones.release')
  return (
    <ReasonForm
      {...props}
      noun="releases"
      hidden={{ to }}
      words={{ reason: t('reason'), hint: t(`hint.${to}`), button: t(`button.${to}`) }}
    />
  )
}

export function ReleaseButton(props: Props) {
  const t = useTranslations('milestones.release')
  return (
    <Dialog
      button={t(`open.${props.to}`)}
      kind="quiet"
      title={t(`button.${props.to}`)}
      page={`${props.page}?act=release`}
    >
      <ReleaseForm {...props} isInDialog />
    </Dialog>
  )
}
