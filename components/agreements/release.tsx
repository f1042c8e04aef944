import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { v7 as newId } from 'uuid'
import { ChangedMeanwhile } from '#components/audit-events/changed-meanwhile.tsx'
import { Form } from '#components/ui/form.tsx'
import { Submit } from '#components/ui/submit.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import type { Attempt } from '#lib/runner/attempts.ts'
import { maxLength } from '#lib/rules/limits.ts'

/** Opens the agreement to both sides, or to everybody. `page`: its address without this form. */
export function ReleaseAgreement({
  agreement: { code, version },
  to,
  attempt,
  page,
}: {
  agreement: { code: string; version: string }
  to: 'shared' | 'public'
  attempt: Attempt | undefined
  page: string
}) {
  const t = useTranslations('agreements.release')
  return (
    <Form
      action={`/api/v1/agreements/${code}/releases`}
      hidden={{ id: newId(), version, to }}
      attempt={attempt}
      draft={`agreements.release:${code}`}
      className="flex flex-col gap-6"
    >
      <ChangedMeanwhile />
      <p className="text-ink-2">{t(`explained.${to}`)}</p>
      <TextArea
        name="reason"
        label={t('reason')}
        hint={t('reason-hint')}
        rows={3}
        maxLength={maxLength.reason}
      />
      <div className="flex flex-wrap gap-2">
        <Submit>{t(`button.${to}`)}</Submit>
        <Link href={page} className="button" data-kind="quiet">
          {t('cancel')}
        </Link>
      </div>
    </Form>
  )
}
