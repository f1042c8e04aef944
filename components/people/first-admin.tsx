import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { v7 as newId } from 'uuid'
import { useTextLanguages } from '#components/partnerships/fields.tsx'
import { Form } from '#components/ui/form.tsx'
import { LineField } from '#components/ui/line-field.tsx'
import { Select } from '#components/ui/select.tsx'
import { Submit } from '#components/ui/submit.tsx'
import { TextsField } from '#components/ui/texts-field.tsx'
import { countryName } from '#lib/format/country.ts'
import type { AdministeredSide, PartnershipAdministration } from '#lib/partnerships/administration.ts'
import type { Attempt } from '#lib/runner/attempts.ts'
import { governmentKinds } from '#lib/rules/government-kinds.ts'
import { maxLength } from '#lib/rules/limits.ts'

/** Names the first admin of a side, in an organisation that is there or in a new one. `page`: the address without this form. */
export function FirstAdmin({
  partnership,
  side: { country, organisations },
  attempt,
  page,
}: {
  partnership: PartnershipAdministration['partnership']
  side: AdministeredSide
  attempt: Attempt | undefined
  page: string
}) {
  const t = useTranslations('people.appoint-first-admin')
  const kind = useTranslations('organisations.kind')
  const cancel = useTranslations('countries.change')('cancel')
  const language = useLocale()
  const languages = useTextLanguages(partnership.languages)
  return (
    <section id="sides" className="max-w-160">
      <h2 className="mb-4 text-lead font-medium">
        {t('title', { country: countryName(country, language) })}
      </h2>
      <Form
        action={`/api/v1/partnerships/${partnership.code}/first-admins`}
        hidden={{ id: newId(), side: country, language }}
        attempt={attempt}
        draft={`people.appoint-first-admin:${partnership.code}-${country}`}
      >
        <LineField name="name" label={t('name')} maxLength={200} />
        <LineField name="email" label={t('email')} type="email" maxLength={320} />
        <TextsField name="title" label={t('post')} languages={languages} maxLength={maxLength.title} />
        <Select
          name="organisation"
          label={t('organisation')}
          none={t('new')}
          options={organisations.map(({ code, name }) => ({ value: code, label: name.text }))}
          isOptional
        />
        <TextsField
          name="body"
          label={t('body')}
          languages={languages}
          maxLength={maxLength.title}
          isOptional
        />
        <div className="flex flex-wrap gap-4">
          <LineField name="acronym" label={t('acronym')} maxLength={20} isOptional />
          <Select
            name="kind"
            label={t('kind')}
            value="ministry"
            options={governmentKinds.map((value) => ({ value, label: kind(value) }))}
          />
        </div>
        <div className="flex flex-wrap items-center gap-2">
          <Submit>{t('button')}</Submit>
          <Link href={page} className="button" data-kind="quiet">
            {cancel}
          </Link>
        </div>
      </Form>
    </section>
  )
}
