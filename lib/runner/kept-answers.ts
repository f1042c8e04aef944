import { LRUCache } from 'lru-cache'
import type { Viewer } from '#lib/access/viewer.ts'
import type { Written } from './written.ts'

/** Who asks, what he may see and how far that has come, and what he asks. A day begins, wherever it does, on a quarter of an
 *  hour: what depends on *today* goes with it. */
export function keyFor(viewer: Viewer, ...asked: unknown[]): string {
  return JSON.stringify([viewer, ...asked, Math.floor(Date.now() / 900_000)])
}

/** The answer under this key as a door sends it, from `write` when it is not here yet: once, however many want it at that
 *  moment. Of what is written the answer itself need not be kept. */
export const keptWriting = keeper<Written>(({ json }) => json.length)

/** The same as pages draw it, each of many: so nobody may change it. */
export async function keptAnswer<Answer extends object>(
  key: string,
  ask: () => Promise<Answer | undefined>,
): Promise<Answer | undefined> {
  return keptFrozen(key, async () => frozen(await ask())) as Promise<Answer | undefined>
}

const keptFrozen = keeper((answer) => Buffer.byteLength(JSON.stringify(answer)))

/** At most 16 MB of them. A key that has grown old is asked for by nobody, so nothing ever has to be struck out. */
function keeper<Kept extends object>(bytesOf: (kept: Kept) => number) {
  const kept = new LRUCache<string, Kept>({ maxSize: 16 * 2 ** 20, sizeCalculation: bytesOf })
  const asking = new Map<string, Promise<Kept | undefined>>()
  return async (key: string, ask: () => Promise<Kept | undefined>): Promise<Kept | undefined> => {
    const before = kept.get(key) ?? asking.get(key)
    if (before) return before
    const asked = ask()
    asking.set(key, asked)
    try {
      const answer = await asked
      if (answer) kept.set(key, answer)
      return answer
    } finally {
      asking.delete(key)
    }
  }
}

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.freeze(value)
  for (const one of Object.values(value)) frozen(one)
  return value
}
