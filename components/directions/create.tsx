import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { v7 as newId } from 'uuid'
import { Form } from '#components/ui/form.tsx'
import { LineField } from '#components/ui/line-field.tsx'
import { Submit } from '#components/ui/submit.tsx'
import type { PartnershipAdministration } from '#lib/partnerships/administration.ts'
import type { Attempt } from '#lib/runner/attempts.ts'
import { DirectionFields } from './fields.tsx'

/** Adds a direction after the last one. `page`: the address without this form. */
export function CreateDirection({
  partnership,
  attempt,
  page,
}: {
  partnership: PartnershipAdministration['partnership']
  attempt: Attempt | undefined
  page: string
}) {
  const t = useTranslations('directions.create')
  const cancel = useTranslations('countries.change')('cancel')
  return (
    <Form
      action={`/api/v1/partnerships/${partnership.code}/directions`}
      hidden={{ id: newId(), language: useLocale() }}
      attempt={attempt}
      draft={`directions.create:${partnership.code}`}
      className="flex max-w-160 flex-col gap-5"
    >
      <LineField name="code" label={t('code')} hint={t('code-hint')} maxLength={2} width="w-20!" />
      <DirectionFields languages={partnership.languages} />
      <div className="flex flex-wrap items-center gap-2">
        <Submit>{t('button')}</Submit>
        <Link href={page} className="button" data-kind="quiet">
          {cancel}
        </Link>
      </div>
    </Form>
  )
}
