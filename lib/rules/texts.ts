/** Titles and descriptions in several languages: PRODUCT.md, rule 13. */

/** One language's text. `ofHash`: MD5, in hex, of the source text that was translated; where the source has changed
 *  since, the translation is stale. */
export type LanguageText =
  | { text: string; standing: 'authentic' }
  | { text: string; standing: 'translation'; official: boolean; of: string; ofHash: string }

/** By BCP 47 language. */
export type Texts = Readonly<Record<string, LanguageText>>

/** What a reader gets: SQL's `text_in(texts, language)`, which alone knows what is stale. */
export type Text = {
  text: string
  language: string
  standing: 'authentic' | 'translation'
  official: boolean
  stale: boolean
}

/** The text for a reader: in the language asked for, else in the first of the fallbacks that there is, else the
 *  authentic one, else any. An authentic text is official. Undefined: there is none at all. */
export function pick(
  texts: Texts,
  language: string,
  fallbacks: readonly string[],
): Omit<Text, 'stale'> | undefined {
  const candidates = [language, ...fallbacks, authenticLanguage(texts) ?? '', ...languagesOf(texts)]
  const found = candidates.find((candidate) => Object.hasOwn(texts, candidate))
  const chosen = found === undefined ? undefined : texts[found]
  if (found === undefined || chosen === undefined) return undefined
  const official = chosen.standing === 'authentic' || chosen.official
  return { text: chosen.text, language: found, standing: chosen.standing, official }
}

/** The language of the authentic text; of several (a treaty done in three languages) the first in alphabetical order. */
export function authenticLanguage(texts: Texts): string | undefined {
  return languagesOf(texts).find((language) => texts[language]?.standing === 'authentic')
}

const languagesOf = (texts: Texts) => Object.keys(texts).toSorted()
