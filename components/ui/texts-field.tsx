import { useLocale, useTranslations } from 'next-intl'
import { languageName } from '#lib/format/language-name.ts'
import type { EditableTexts } from '#lib/rules/texts.ts'
import { CheckField } from './check-field.tsx'
import { GroupField } from './group-field.tsx'
import { TextArea } from './text-area.tsx'

/** A text in several languages, each with a field of its own: `title.en`. `languages`: BCP 47, all that may have one. A new
 *  text may be written in any of them; in several, the first is authentic. What was translated from a text that has changed
 *  since says so, and can be called right as it is. */
export function TextsField({
  name,
  label,
  languages,
  texts = {},
  rows = 1,
  maxLength,
  isOptional = false,
}: {
  name: string
  label: string
  languages: readonly string[]
  texts?: EditableTexts | undefined
  rows?: number
  maxLength: number
  isOptional?: boolean
}) {
  const t = useTranslations('ui.texts')
  const reader = useLocale()
  const isAny = Object.keys(texts).length === 0 && languages.length > 1
  return (
    <GroupField
      name={name}
      label={label}
      hint={isAny && !isOptional ? t('any') : undefined}
      isOptional={isOptional}
    >
      {languages.map((language) => {
        const text = texts[language]
        const isSource = text ? text.standing === 'authentic' : languages.length === 1
        return (
          <div key={language} lang={language} className="flex flex-col gap-1">
            <TextArea
              name={`${name}.${language}`}
              label={
                <span lang={reader} className="inline-block first-letter:uppercase">
                  {languageName(language, reader)}
                  {!isAny && (
                    <span className="font-normal text-ink-3">
                      {' '}
                      · {t(isSource ? 'authentic' : text?.stale ? 'stale' : 'translation')}
                    </span>
                  )}
                </span>
              }
              value={text?.text}
              rows={rows}
              maxLength={maxLength}
              isOptional={!isAny && (isOptional || !isSource)}
              isEither={isAny}
            />
            {text?.stale && (
              <span lang={reader}>
                <CheckField name={`${name}Rechecked[]`} value={language} label={t('still-right')} />
              </span>
            )}
          </div>
        )
      })}
    </GroupField>
  )
}
