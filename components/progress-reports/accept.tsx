import { useTranslations } from 'next-intl'
import { v7 as newId } from 'uuid'
import { Form } from '#components/ui/form.tsx'
import { Submit } from '#components/ui/submit.tsx'
import type { Attempt } from '#lib/runner/attempts.ts'

/** Takes the step that the report waits for. */
export function AcceptForm({ report, attempt }: { report: string; attempt: Attempt | undefined }) {
  const t = useTranslations('progress-reports.accept')
  return (
    <Form
      action={`/api/v1/progress-reports/${report}/acceptances`}
      hidden={{ id: newId() }}
      attempt={attempt}
      className="flex flex-col items-start gap-2 max-md:flex-1"
    >
      <Submit isLarge letter="a">
        {t('button')}
      </Submit>
    </Form>
  )
}
