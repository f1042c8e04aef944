import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { v7 as newId } from 'uuid'
import { CloseButton } from '#components/ui/close-button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { Form } from '#components/ui/form.tsx'
import { Submit } from '#components/ui/submit.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import type { Attempt } from '#lib/runner/attempts.ts'
import { maxLength } from '#lib/rules/limits.ts'
import type { SideCode } from '#lib/rules/milestone-status.ts'
import { type Asked, mayAnswer } from '#lib/rules/two-sides.ts'

type Props = {
  /** The change's address among the doors, without the answer: `due-date-changes/{id}`. */
  door: string
  asked: Asked & { id: string }
  staffOf: readonly SideCode[]
  /** The page's address without a form. */
  page: string
  act?: string | undefined
  attempt?: Attempt | undefined
  next?: ((answer: 'agree' | 'refuse' | 'put') => string) | undefined
}

/** What the reader can answer to what was asked, or why he cannot. */
export function AnswerChange({ door, asked, staffOf, page, act, attempt, next }: Props) {
  const t = useTranslations('milestones.answer')
  const why = useTranslations('rules.why-not')
  const can = (answer: 'put' | 'agree' | 'refuse' | 'withdraw') => mayAnswer(answer, asked, staffOf).may
  const agree = mayAnswer('agree', asked, staffOf)
  const refusing = `refuse-${asked.id}`
  if (act === refusing && can('refuse'))
    return <RefuseForm door={door} page={page} attempt={attempt} next={next?.('refuse')} />
  return (
    <>
      {!agree.may && !can('put') && staffOf.length > 0 && <p className="text-ink-2">{why(agree.why)}</p>}
      <div className="flex flex-wrap items-start gap-2 empty:hidden">
        {can('put') && (
          <OneClick door={`${door}/puts`} next={next?.('put')}>
            {t('put')}
          </OneClick>
        )}
        {agree.may && (
          <OneClick door={`${door}/agreements`} next={next?.('agree')}>
            {t('agree')}
          </OneClick>
        )}
        {can('refuse') && (
          <Dialog
            button={t('refuse-open')}
            kind="danger"
            title={t('refuse-title')}
            page={`${page}${page.includes('?') ? '&' : '?'}act=${refusing}`}
          >
            <RefuseForm door={door} page={page} next={next?.('refuse')} isInDialog />
          </Dialog>
        )}
        {can('withdraw') && (
          <OneClick door={`${door}/withdrawals`} kind="quiet">
            {t('withdraw')}
          </OneClick>
        )}
      </div>
    </>
  )
}

function OneClick({
  door,
  kind = 'main',
  next,
  children,
}: {
  door: string
  kind?: 'main' | 'quiet'
  next?: string | undefined
  children: string
}) {
  return (
    <Form action={`/api/v1/${door}`} hidden={{ id: newId() }} next={next}>
      <Submit kind={kind}>{children}</Submit>
    </Form>
  )
}

/** Nobody refuses without a reason. */
function RefuseForm({
  door,
  page,
  attempt,
  next,
  isInDialog = false,
}: {
  door: string
  page: string
  attempt?: Attempt | undefined
  next?: string | undefined
  isInDialog?: boolean
}) {
  const t = useTranslations('milestones.answer')
  const close = useTranslations('ui.dialog')('close')
  return (
    <Form
      action={`/api/v1/${door}/refusals`}
      hidden={{ id: newId() }}
      attempt={attempt}
      next={next}
      draft={`refusals:${door}`}
      className="flex flex-col gap-4"
    >
      <TextArea
        name="reason"
        label={t('refuse-reason')}
        hint={t('refuse-hint')}
        rows={3}
        maxLength={maxLength.reason}
      />
      <div className="flex flex-wrap items-center gap-2">
        <Submit kind="danger">{t('refuse')}</Submit>
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
