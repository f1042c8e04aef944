import { type Outcome, refused } from './outcome.ts'

/** Says at those of the fields that came to nothing that their authentic text is missing. */
export function noAuthentic(texts: Readonly<Record<string, string | undefined>>): Outcome<never> {
  const missing = Object.keys(texts).filter((field) => texts[field] === undefined)
  return refused('invalid', 'problem.invalid', {
    fields: Object.fromEntries(missing.map((field) => [field, 'problem.no-authentic'])),
  })
}
