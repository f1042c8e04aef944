import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { v7 as newId } from 'uuid'
import { CloseButton } from '#components/ui/close-button.tsx'
import { Form } from '#components/ui/form.tsx'
import { Submit } from '#components/ui/submit.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import type { Attempt } from '#lib/runner/attempts.ts'
import { maxLength } from '#lib/rules/limits.ts'
import { ReturnButton } from './return-button.tsx'

/** Returns the report with a reason. Closed it is a button that opens it; without JavaScript the button is a link to the
 *  page with the form open. */
export function ReturnForm({
  report,
  page,
  isOpen,
  attempt,
}: {
  report: string
  page: string
  isOpen: boolean
  attempt: Attempt | undefined
}) {
  const t = useTranslations('progress-reports.return')
  const form = (
    <Form
      action={`/api/v1/progress-reports/${report}/returns`}
      hidden={{ id: newId() }}
      attempt={attempt}
      draft={`progress-reports.return:${report}`}
      className="flex w-full max-w-160 flex-col gap-3"
    >
      <TextArea name="reason" label={t('reason')} hint={t('hint')} rows={3} maxLength={maxLength.reason} />
      <div className="flex flex-wrap gap-2">
        <Submit kind="danger">{t('button')}</Submit>
        {isOpen ? (
          <Link href={page} className="button" data-kind="quiet">
            {t('cancel')}
          </Link>
        ) : (
          <CloseButton>{t('cancel')}</CloseButton>
        )}
      </div>
    </Form>
  )
  return isOpen ? form : <ReturnButton page={`${page}&act=return`}>{form}</ReturnButton>
}
