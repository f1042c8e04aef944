import { useLocale, useTranslations } from 'next-intl'
import { languageName } from '#lib/format/language-name.ts'
import type { LanguageText, Texts } from '#lib/rules/texts.ts'

/** Texts in several languages as they are stored, before and after: each language that differs. */
export function ChangedTexts({ before, after }: { before: string | null; after: string | null }) {
  const t = useTranslations('milestones.field')
  const reader = useLocale()
  const [former, latter] = [textsIn(before), textsIn(after)]
  const languages = [...new Set([...Object.keys(former), ...Object.keys(latter)])].toSorted()
  const differing = languages.filter((one) => JSON.stringify(former[one]) !== JSON.stringify(latter[one]))
  return (
    <ul>
      {differing.map((language) => (
        <li key={language}>
          {/* A browser's own list of names may differ from the server's. */}
          <span className="text-ink-2" suppressHydrationWarning>
            {languageName(language, reader)}:
          </span>{' '}
          {former[language]?.text === latter[language]?.text ? (
            t('rechecked')
          ) : (
            <>
              <Said language={language} text={former[language]} /> <span aria-hidden>→</span>
              <span className="sr-only">{t('became')}</span>{' '}
              <Said language={language} text={latter[language]} />
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

function Said({ language, text }: { language: string; text: LanguageText | undefined }) {
  const t = useTranslations('milestones.field')
  if (!text) return <span className="text-ink-3">{t('none')}</span>
  return <span lang={language}>{text.text}</span>
}

/** What somebody wrote into the ledger past Langar need not be texts: then there are none to compare. */
function textsIn(stored: string | null): Texts {
  if (stored === null) return {}
  try {
    const read: unknown = JSON.parse(stored)
    return isTexts(read) ? read : {}
  } catch {
    return {}
  }
}

const isTexts = (read: unknown): read is Texts =>
  typeof read === 'object' &&
  read !== null &&
  Object.values(read).every((one) => typeof one === 'object' && one !== null && 'text' in one)
