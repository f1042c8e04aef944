import { useLocale, useTranslations } from 'next-intl'
import { v7 as newId } from 'uuid'
import { Flag } from '#components/ui/flag.tsx'
import { Form } from '#components/ui/form.tsx'
import { LineField } from '#components/ui/line-field.tsx'
import { Submit } from '#components/ui/submit.tsx'
import type { CountryList } from '#lib/countries/list.ts'
import { countryName } from '#lib/format/country.ts'
import { languages } from '#lib/format/language.ts'
import type { Attempt } from '#lib/runner/attempts.ts'
import type { EditableTexts } from '#lib/rules/texts.ts'
import { CountryFields } from './fields.tsx'

/** Adds a country of ISO 3166. What the standards know stands in the fields already. */
export function CreateCountry({
  adding: { code, code3, numericCode },
  attempt,
}: {
  adding: NonNullable<CountryList['adding']>
  attempt: Attempt | undefined
}) {
  const t = useTranslations('countries')
  const reader = useLocale()
  const name: EditableTexts = Object.fromEntries(
    languages.map((language) => [
      language,
      {
        text: countryName(code, language),
        standing: language === reader ? ('authentic' as const) : ('translation' as const),
        official: language === reader,
        stale: false,
      },
    ]),
  )
  return (
    <section className="max-w-160">
      <h2 className="mb-4 flex items-center gap-2 text-lead font-medium">
        <Flag code={code} />
        {t('create.title', { country: `${countryName(code, reader)} (${code})` })}
      </h2>
      <Form
        action="/api/v1/countries"
        hidden={{ id: newId(), code, language: reader }}
        attempt={attempt}
        draft={`countries.create:${code}`}
      >
        <div className="flex flex-wrap gap-4">
          <LineField name="code3" label={t('field.code3')} value={code3} maxLength={3} />
          <LineField name="numericCode" label={t('field.numeric-code')} value={numericCode} maxLength={3} />
        </div>
        <CountryFields values={{ texts: { name } }} />
        <div>
          <Submit>{t('create.button')}</Submit>
        </div>
      </Form>
    </section>
  )
}
