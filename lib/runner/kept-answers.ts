import { LRUCache } from 'lru-cache'
import type { Viewer } from '#lib/access/viewer.ts'
import { type Written, written } from './written.ts'

/** Answers by their keys; Next.js loads this module for pages and once more for doors, and each has its own. A key that has
 *  grown old is asked for by nobody, so nothing ever has to be struck out. */
const kept = new LRUCache<string, object>({
  maxSize: 16 * 2 ** 20, // bytes
  sizeCalculation: (answer) => writings.get(answer)?.json.length ?? 1,
})
const writings = new WeakMap<object, Written>()
const asking = new Map<string, Promise<unknown>>()

/** Who asks, what he may see and how far that has come, and what he asks. A day begins, wherever it does, on a quarter of an
 *  hour: what depends on *today* goes with it. */
export function keyFor(viewer: Viewer, ...asked: unknown[]): string {
  return JSON.stringify([viewer, ...asked, Math.floor(Date.now() / 900_000)])
}

/** The answer under this key, from `ask` when it is not here yet: once, however many want it at that moment. */
export async function keptAnswer<Answer extends object>(
  key: string,
  ask: () => Promise<Answer | undefined>,
): Promise<Answer | undefined> {
  const before = kept.get(key) ?? asking.get(key)
  if (before) return before as Answer
  const asked = ask()
  asking.set(key, asked)
  try {
    const answer = await asked
    if (answer) keep(key, answer)
    return answer
  } finally {
    asking.delete(key)
  }
}

/** Many pages draw it: so nobody may change it. */
function keep(key: string, answer: object): void {
  writings.set(answer, written(answer)) // first: what is frozen takes longer to write
  freeze(answer)
  kept.set(key, answer)
}

function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return
  Object.freeze(value)
  for (const one of Object.values(value)) freeze(one)
}

/** How an answer that is kept goes out; undefined for any other. */
export function writtenOf(answer: object): Written | undefined {
  return writings.get(answer)
}
