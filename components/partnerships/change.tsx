import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { v7 as newId } from 'uuid'
import { ChangedRecord } from '#components/ui/changed-record.tsx'
import { Form } from '#components/ui/form.tsx'
import { Select } from '#components/ui/select.tsx'
import { Submit } from '#components/ui/submit.tsx'
import { countryName } from '#lib/format/country.ts'
import type { PartnershipAdministration } from '#lib/partnerships/administration.ts'
import type { Attempt } from '#lib/runner/attempts.ts'
import { PartnershipFields } from './fields.tsx'

/** `page`: the address without this form. */
export function ChangePartnership({
  found: { partnership, sides },
  attempt,
  page,
}: {
  found: PartnershipAdministration
  attempt: Attempt | undefined
  page: string
}) {
  const t = useTranslations('partnerships.field')
  const countries = useTranslations('countries')
  const language = useLocale()
  return (
    <section className="max-w-160">
      <h2 className="mb-4 text-lead font-medium">{countries('change.title')}</h2>
      <Form
        action={`/api/v1/partnerships/${partnership.code}/changes`}
        hidden={{ id: newId(), version: partnership.version }}
        attempt={attempt}
        draft={`partnerships.change:${partnership.code}`}
      >
        <ChangedRecord
          names={{
            title: t('title'),
            programme: t('programme'),
            starts_on: t('starts'),
            ends_on: t('ends'),
            languages: t('languages'),
            note: countries('field.note'),
          }}
        />
        <PartnershipFields values={partnership} />
        {sides.map(({ country, lead, organisations }) => (
          <Select
            key={country}
            name={`lead.${country}`}
            label={t('lead', { country: countryName(country, language) })}
            value={lead ?? ''}
            none={t('no-lead')}
            options={organisations.map(({ code, name }) => ({ value: code, label: name.text }))}
            isOptional
          />
        ))}
        <div className="flex flex-wrap items-center gap-2">
          <Submit>{countries('change.button')}</Submit>
          <Link href={page} className="button" data-kind="quiet">
            {countries('change.cancel')}
          </Link>
        </div>
      </Form>
    </section>
  )
}
