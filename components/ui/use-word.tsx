import { type Messages, useMessages } from 'next-intl'

/** Words of the data (a kind, a mode, a standing) in the reader's language, looked up by what the record keeps; undefined
 *  where messages do not know it, for data may name a kind that nobody has named before. */
export function useWord(
  of: (messages: Messages) => Readonly<Record<string, string>>,
): (kept: string) => string | undefined {
  const words = of(useMessages())
  return (kept) => words[kept]
}
