import { textHash } from '#lib/core/text-hash.ts'

/** A chain is replaced as a whole: its version is that of its steps, as a UUID. */
export function chainVersion(partnership: string, steps: readonly { id: string }[]): string {
  const hash = textHash([partnership, ...steps.map(({ id }) => id)].join())
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `4${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20),
  ].join('-')
}
