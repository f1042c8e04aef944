import { useLocale, useTranslations } from 'next-intl'
import { LineField } from '#components/ui/line-field.tsx'
import { Select } from '#components/ui/select.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { TextsField } from '#components/ui/texts-field.tsx'
import { currencyName } from '#lib/format/currency-name.ts'
import { languages } from '#lib/format/language.ts'
import { maxLength } from '#lib/rules/limits.ts'
import type { EditableTexts } from '#lib/rules/texts.ts'

/** What a form says of a country. */
export type CountryValues = {
  texts: Readonly<Partial<Record<'name' | 'officialName' | 'capital', EditableTexts>>>
  timeZone?: string
  currency?: string
  languages?: readonly string[]
  note?: string | null
}

export function CountryFields({ values }: { values: CountryValues }) {
  const t = useTranslations('countries.field')
  const reader = useLocale()
  // A new name is written first in the reader's language.
  const inOrder = [reader, ...languages.filter((language) => language !== reader)]
  const names = { languages: inOrder, maxLength: maxLength.title }
  return (
    <>
      <TextsField name="name" label={t('name')} texts={values.texts.name} {...names} />
      <TextsField
        name="officialName"
        label={t('official-name')}
        texts={values.texts.officialName}
        {...names}
      />
      <TextsField name="capital" label={t('capital')} texts={values.texts.capital} {...names} />
      <Select
        name="timeZone"
        label={t('time-zone')}
        value={values.timeZone}
        none={t('choose')}
        options={withKept(Intl.supportedValuesOf('timeZone'), values.timeZone).map((zone) => ({
          value: zone,
          label: zone,
        }))}
      />
      <Select
        name="currency"
        label={t('currency')}
        value={values.currency}
        none={t('choose')}
        options={withKept(Intl.supportedValuesOf('currency'), values.currency).map((code) => ({
          value: code,
          label: `${code} · ${currencyName(code, reader)}`,
        }))}
      />
      <LineField
        name="languages"
        label={t('languages')}
        hint={t('languages-hint')}
        value={values.languages?.join(', ')}
      />
      <TextArea name="note" label={t('note')} value={values.note ?? undefined} rows={2} isOptional />
    </>
  )
}

/** A name that this machine's list writes in another way stays to be chosen. */
const withKept = (known: readonly string[], kept: string | undefined) =>
  kept === undefined || known.includes(kept) ? known : [kept, ...known]
