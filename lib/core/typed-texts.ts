import { textHash } from './text-hash.ts'
import { type Texts, textsAfter } from '#lib/rules/texts.ts'

type Typed = Readonly<Record<string, string>>

/** A text in several languages after a person has typed it, as the database keeps it; undefined: the authentic one is
 *  missing. `language`: in which a new record's is authentic. */
export function typedTexts(
  former: Texts | null,
  typed: Typed,
  { rechecked, language = '' }: { rechecked: readonly string[]; language?: string },
): string | undefined {
  const after = textsAfter(former, typed, { language, rechecked, hashOf: textHash })
  return after && JSON.stringify(after)
}

/** … or what is wrong with it: the field's name and a key of the messages. `languages`: in which there may be a text;
 *  whatever the record has already stays possible. */
export function fieldTexts(
  field: string,
  former: Texts | null,
  typed: Typed,
  given: { languages: readonly string[]; language: string; rechecked: readonly string[] },
): { texts: string } | { wrong: Record<string, string> } {
  const stranger = Object.keys(typed).find(
    (language) => !given.languages.includes(language) && !Object.hasOwn(former ?? {}, language),
  )
  if (stranger !== undefined) return { wrong: { [`${field}.${stranger}`]: 'problem.malformed' } }
  const texts = typedTexts(former, typed, given)
  return texts === undefined ? { wrong: { [field]: 'problem.no-authentic' } } : { texts }
}
