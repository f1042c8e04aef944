import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { v7 as newId } from 'uuid'
import { ChangedRecord } from '#components/ui/changed-record.tsx'
import { Form } from '#components/ui/form.tsx'
import { Submit } from '#components/ui/submit.tsx'
import type { CountryPage } from '#lib/countries/country.ts'
import type { Attempt } from '#lib/runner/attempts.ts'
import { CountryFields } from './fields.tsx'

/** `page`: the address without this form. */
export function ChangeCountry({
  country,
  attempt,
  page,
}: {
  country: CountryPage['country']
  attempt: Attempt | undefined
  page: string
}) {
  const t = useTranslations('countries')
  return (
    <section className="max-w-160">
      <h2 className="mb-4 text-lead font-medium">{t('change.title')}</h2>
      <Form
        action={`/api/v1/countries/${country.code}/changes`}
        hidden={{ id: newId(), version: country.version }}
        attempt={attempt}
        draft={`countries.change:${country.code}`}
      >
        <ChangedRecord
          names={{
            name: t('field.name'),
            official_name: t('field.official-name'),
            capital: t('field.capital'),
            time_zone: t('field.time-zone'),
            currency: t('field.currency'),
            languages: t('field.languages'),
            note: t('field.note'),
          }}
        />
        <CountryFields values={country} />
        <div className="flex flex-wrap items-center gap-2">
          <Submit>{t('change.button')}</Submit>
          <Link href={page} className="button" data-kind="quiet">
            {t('change.cancel')}
          </Link>
        </div>
      </Form>
    </section>
  )
}
