/** Names of countries, for the server alone: a browser's own list may differ. */
import type { Language } from './language.ts'

/** `code`: ISO 3166 alpha-2. A code that names no country comes back as it is. */
export function countryName(code: string, language: Language): string {
  if (!/^[A-Z]{2}$/.test(code)) return code
  return ownNames[language].get(code) ?? namesIn(language).of(code) ?? code
}

/** The name inside a sentence. English says *the* Republic of Korea, *the* United States; the other languages decline no
 *  name in our sentences, which are built around it. */
export function countryInSentence(code: string, language: Language): string {
  const name = countryName(code, language)
  return language === 'en' &&
    /^(Republic|United|Netherlands|Philippines|Czech Republic|Maldives|Bahamas|Gambia)\b/.test(name)
    ? `the ${name}`
    : name
}

// As the country is named between governments, where the everyday name of CLDR is another.
const ownNames: Record<Language, ReadonlyMap<string, string>> = {
  en: new Map([['KR', 'Republic of Korea']]),
  uz: new Map([['KR', 'Koreya Respublikasi']]),
  ru: new Map([['KR', 'Республика Корея']]),
  ko: new Map([['KR', '대한민국']]),
}

const kept = new Map<Language, Intl.DisplayNames>()

function namesIn(language: Language): Intl.DisplayNames {
  const names = kept.get(language) ?? new Intl.DisplayNames([language], { type: 'region', fallback: 'code' })
  kept.set(language, names)
  return names
}
