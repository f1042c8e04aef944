import { useLocale, useTranslations } from 'next-intl'
import { LineField } from '#components/ui/line-field.tsx'
import { Select } from '#components/ui/select.tsx'
import { languages } from '#lib/format/language.ts'
import { languageName } from '#lib/format/language-name.ts'
import { maxLength } from '#lib/rules/limits.ts'

/** What a person's account is known by. */
export function PersonFields({
  name,
  email,
  language,
}: {
  name?: string
  email?: string
  language?: string | null
}) {
  const t = useTranslations('people.fields')
  const reader = useLocale()
  return (
    <>
      <LineField
        name="name"
        label={t('name')}
        hint={t('name-hint')}
        value={name}
        maxLength={maxLength.name}
      />
      <LineField
        name="email"
        type="email"
        label={t('email')}
        hint={t('email-hint')}
        value={email}
        maxLength={maxLength.email}
      />
      <Select
        name="language"
        label={t('language')}
        none={t('language-none')}
        value={language ?? undefined}
        options={languages.map((value) => ({ value, label: languageName(value, reader) }))}
        isOptional
      />
    </>
  )
}
