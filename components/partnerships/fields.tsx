import { useLocale, useTranslations } from 'next-intl'
import { DateField } from '#components/ui/date-field.tsx'
import { LineField } from '#components/ui/line-field.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { TextsField } from '#components/ui/texts-field.tsx'
import { languages as ofInterface } from '#lib/format/language.ts'
import type { Due } from '#lib/rules/due-date.ts'
import { maxLength } from '#lib/rules/limits.ts'
import type { EditableTexts } from '#lib/rules/texts.ts'

/** What a form says of a partnership. */
export type PartnershipValues = {
  texts?: { title: EditableTexts; programme: EditableTexts }
  starts?: Due
  ends?: Due
  languages?: readonly string[]
  note?: string | null
}

export function PartnershipFields({ values }: { values: PartnershipValues }) {
  const t = useTranslations('partnerships.field')
  const countries = useTranslations('countries.field')
  const texts = { languages: useTextLanguages(values.languages ?? []), maxLength: maxLength.title }
  return (
    <>
      <TextsField name="title" label={t('title')} texts={values.texts?.title} {...texts} />
      <TextsField name="programme" label={t('programme')} texts={values.texts?.programme} {...texts} />
      <DateField name="starts" label={t('starts')} value={values.starts} />
      <DateField name="ends" label={t('ends')} value={values.ends} />
      <LineField
        name="languages"
        label={t('languages')}
        hint={countries('languages-hint')}
        value={(values.languages ?? ofInterface).join(', ')}
      />
      <TextArea name="note" label={countries('note')} value={values.note ?? undefined} rows={2} isOptional />
    </>
  )
}

/** In which a text may be written here: the reader's language first, then the others of the interface, then those that the
 *  partnership names beside them. */
export function useTextLanguages(ofPartnership: readonly string[]): string[] {
  return [...new Set<string>([useLocale(), ...ofInterface, ...ofPartnership])]
}
