import { createHash } from 'node:crypto'

/** PostgreSQL keeps a statement that has a name read and planned for the connection, which spares more than half of the time of
 *  most of ours, and takes some 300 kB. So only what is asked again and again gets one, and not without end. */
const mostNamed = 100
const timesBefore = 10

const times = new Map<string, number>()
const names = new Map<string, string>()

/** The name of a statement; undefined while it is not worth one. By what it says, for pages and doors share connections and
 *  not this module: Next.js loads each for itself. */
export function nameOfStatement(text: string): string | undefined {
  const name = names.get(text)
  if (name !== undefined || names.size === mostNamed) return name
  const asked = (times.get(text) ?? 0) + 1
  times.set(text, asked)
  if (asked > timesBefore) names.set(text, createHash('sha256').update(text).digest('base64url'))
  return names.get(text)
}
