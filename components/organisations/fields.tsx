import { useTranslations } from 'next-intl'
import { LineField } from '#components/ui/line-field.tsx'
import { Select } from '#components/ui/select.tsx'
import { TextsField } from '#components/ui/texts-field.tsx'
import { maxLength } from '#lib/rules/limits.ts'
import { iatiOrganisationTypes, organisationKinds } from '#lib/rules/organisation-kinds.ts'
import type { EditableTexts } from '#lib/rules/texts.ts'

/** What a person types of an organisation. */
export function OrganisationFields({
  languages,
  names,
  acronym,
  kind,
  iatiType,
}: {
  languages: readonly string[]
  names?: EditableTexts
  acronym?: string | null
  kind?: string
  iatiType?: string
}) {
  const t = useTranslations('organisations')
  return (
    <>
      <TextsField
        name="name"
        label={t('fields.name')}
        languages={languages}
        texts={names}
        maxLength={maxLength.title}
      />
      <LineField
        name="acronym"
        label={t('fields.acronym')}
        hint={t('fields.acronym-hint')}
        value={acronym ?? undefined}
        maxLength={maxLength.acronym}
        isOptional
      />
      <Select
        name="kind"
        label={t('fields.kind')}
        value={kind}
        options={organisationKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      <Select
        name="iatiType"
        label={t('fields.iati-type')}
        hint={t('fields.iati-type-hint')}
        value={iatiType}
        options={iatiOrganisationTypes.map((value) => ({
          value,
          label: `${value} · ${t(`iati-type.${value}`)}`,
        }))}
      />
    </>
  )
}
