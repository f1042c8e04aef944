import { useTranslations } from 'next-intl'
import { useTextLanguages } from '#components/partnerships/fields.tsx'
import { CheckField } from '#components/ui/check-field.tsx'
import { LineField } from '#components/ui/line-field.tsx'
import { TextsField } from '#components/ui/texts-field.tsx'
import { maxLength } from '#lib/rules/limits.ts'
import type { AdministeredDirection } from '#lib/partnerships/administration.ts'

/** What a form says of a direction. `languages`: of the partnership's texts. */
export function DirectionFields({
  direction,
  languages: ofPartnership,
}: {
  direction?: AdministeredDirection
  languages: readonly string[]
}) {
  const t = useTranslations('directions.field')
  const languages = useTextLanguages(ofPartnership)
  return (
    <>
      <TextsField
        name="title"
        label={t('title')}
        languages={languages}
        texts={direction?.texts.title}
        maxLength={maxLength.title}
      />
      <TextsField
        name="summary"
        label={t('summary')}
        languages={languages}
        texts={direction?.texts.summary ?? undefined}
        rows={2}
        maxLength={maxLength.reason}
        isOptional
      />
      <LineField
        name="sectorCodes"
        label={t('sectors')}
        hint={t('sectors-hint')}
        value={direction?.sectorCodes.join(', ')}
        isOptional
      />
      <CheckField name="anchor[]" value="yes" label={t('anchor')} isTicked={direction?.isAnchor ?? true} />
    </>
  )
}
