/** Names of currencies, for the server alone: a browser's own list may differ. */
import type { Language } from './language.ts'

/** `code`: ISO 4217. A code that names no currency comes back as it is. */
export function currencyName(code: string, language: Language): string {
  const names =
    kept.get(language) ?? new Intl.DisplayNames([language], { type: 'currency', fallback: 'code' })
  kept.set(language, names)
  return names.of(code) ?? code
}

const kept = new Map<Language, Intl.DisplayNames>()
