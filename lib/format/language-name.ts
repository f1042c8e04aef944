/** Names of languages, for the server alone: a browser's own list may differ. */
import type { Language } from './language.ts'

/** `code`: BCP 47. A code that names no language comes back as it is. */
export function languageName(code: string, language: Language): string {
  // CLDR has every language of ours in Uzbek as it is spoken (ruscha, inglizcha), and only Uzbek as it is.
  if (language === 'uz' && code === 'uz') return 'oʻzbekcha'
  const names =
    kept.get(language) ?? new Intl.DisplayNames([language], { type: 'language', fallback: 'code' })
  kept.set(language, names)
  return names.of(code) ?? code
}

const kept = new Map<Language, Intl.DisplayNames>()
