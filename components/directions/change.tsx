import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { v7 as newId } from 'uuid'
import { ChangedRecord } from '#components/ui/changed-record.tsx'
import { Form } from '#components/ui/form.tsx'
import { Submit } from '#components/ui/submit.tsx'
import type { AdministeredDirection, PartnershipAdministration } from '#lib/partnerships/administration.ts'
import type { Attempt } from '#lib/runner/attempts.ts'
import { DirectionFields } from './fields.tsx'

/** `page`: the address without this form. */
export function ChangeDirection({
  partnership,
  direction,
  attempt,
  page,
}: {
  partnership: PartnershipAdministration['partnership']
  direction: AdministeredDirection
  attempt: Attempt | undefined
  page: string
}) {
  const t = useTranslations('directions')
  const countries = useTranslations('countries.change')
  const code = `${partnership.code}-${direction.code}`
  return (
    <Form
      action={`/api/v1/directions/${code}/changes`}
      hidden={{ id: newId(), version: direction.version, language: useLocale() }}
      attempt={attempt}
      draft={`directions.change:${code}`}
      className="flex max-w-160 flex-col gap-5"
    >
      <h3 className="font-medium">{t('change.title', { direction: direction.title.text })}</h3>
      <ChangedRecord
        names={{
          title: t('field.title'),
          summary: t('field.summary'),
          sector_codes: t('field.sectors'),
          is_anchor: t('field.anchor'),
        }}
      />
      <DirectionFields direction={direction} languages={partnership.languages} />
      <div className="flex flex-wrap items-center gap-2">
        <Submit>{countries('button')}</Submit>
        <Link href={page} className="button" data-kind="quiet">
          {countries('cancel')}
        </Link>
      </div>
    </Form>
  )
}
