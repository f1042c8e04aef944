import { textHash } from './text-hash.ts'
import { type Texts, textsAfter } from '#lib/rules/texts.ts'

/** The texts of a record after a person has typed them anew, or what is wrong with one of them: the field's name and a key
 *  of the messages. `languages`: in which there may be a text; whatever the record has already stays possible. */
export function typedTexts(
  field: string,
  former: Texts | null,
  typed: Readonly<Record<string, string>>,
  given: { languages: readonly string[]; language: string; rechecked: readonly string[] },
): { texts: Texts } | { wrong: Record<string, string> } {
  const stranger = Object.keys(typed).find(
    (language) => !given.languages.includes(language) && !Object.hasOwn(former ?? {}, language),
  )
  if (stranger !== undefined) return { wrong: { [`${field}.${stranger}`]: 'problem.malformed' } }
  const texts = textsAfter(former, typed, { ...given, hashOf: textHash })
  return texts ? { texts } : { wrong: { [field]: 'problem.no-authentic' } }
}
