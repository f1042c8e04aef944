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

/** What a form to change them gets: SQL's `texts_to_edit(texts)`. */
export type EditableTexts = Readonly<Record<string, Omit<Text, 'language'>>>

/** The texts of a record after a person has typed them anew: what was authentic stays so, everything else translates the
 *  first authentic text. A translation that was left as it was still translates what it did, and so is stale where its
 *  source changed; it is current again when it was changed, or read again and found right (`rechecked`). `language`: in
 *  which a new text is authentic, unless it is written in one language alone: then in that one. `hashOf`: MD5 of a text, in
 *  hex. Undefined: the authentic text is missing. */
export function textsAfter(
  former: Texts | null,
  typed: Readonly<Record<string, string>>,
  {
    language,
    rechecked,
    hashOf,
  }: { language: string; rechecked: readonly string[]; hashOf: (text: string) => string },
): Texts | undefined {
  const written = Object.keys(typed)
  const first = written.length === 1 ? written[0] : language
  const isAuthentic = (one: string) => (former ? former[one]?.standing === 'authentic' : one === first)
  const of = written.toSorted().find(isAuthentic)
  const source = of === undefined ? undefined : typed[of]
  if (of === undefined || source === undefined) return undefined
  const ofHash = hashOf(source)
  return Object.fromEntries(
    Object.entries(typed).map(([one, text]): [string, LanguageText] => {
      if (isAuthentic(one)) return [one, { text, standing: 'authentic' }]
      const was = former?.[one]
      if (was?.standing !== 'translation' || was.text !== text)
        return [one, { text, standing: 'translation', official: false, of, ofHash }]
      const stays = !rechecked.includes(one) && Object.hasOwn(typed, was.of)
      return [one, stays ? was : { ...was, of, ofHash }]
    }),
  )
}
