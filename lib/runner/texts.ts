import { textHash } from '#lib/core/text-hash.ts'
import { type Texts, textsAfter } from '#lib/rules/texts.ts'
import { type Outcome, refused } from './outcome.ts'

/** A text in several languages after a person has typed it, as the database keeps it; undefined: the authentic one is
 *  missing. `language`: in which a new record's is authentic. */
export function typedTexts(
  former: Texts | null,
  typed: Readonly<Record<string, string>>,
  { rechecked, language = '' }: { rechecked: readonly string[]; language?: string },
): string | undefined {
  const after = textsAfter(former, typed, { language, rechecked, hashOf: textHash })
  return after && JSON.stringify(after)
}

/** Says at those of the fields that came to nothing that their authentic text is missing. */
export function noAuthentic(texts: Readonly<Record<string, string | undefined>>): Outcome<never> {
  const missing = Object.keys(texts).filter((field) => texts[field] === undefined)
  return refused('invalid', 'problem.invalid', {
    fields: Object.fromEntries(missing.map((field) => [field, 'problem.no-authentic'])),
  })
}
