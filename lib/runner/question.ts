import type { z } from 'zod'
import type { Viewer } from '#lib/access/viewer.ts'
import { asViewer } from '#lib/access/wall.ts'
import type { Tx } from '#lib/core/transaction.ts'
import type { Language } from '#lib/format/language.ts'
import { keptAnswer, keyOfAnswer } from './kept-answers.ts'

/** What a page or a GET door shows: its name, what the address says, the record that it is about, the answer. Asked
 *  as the viewer, so no statement in it has a clause about visibility. */
export type Question<Input, Found extends object, Answer> = {
  name: string
  /** What may be wrong in an address without its thing being absent (a filter) falls back by `.catch`. */
  input: z.ZodType<Input>
  /** undefined when there is none for this viewer. */
  about(asked: { tx: Tx; viewer: Viewer; input: Input; language: Language }): Promise<Found | undefined>
  answer(asked: Asked<Input, Found>): Promise<Answer>
  /** Asked often, and answered from what the ledger covers alone: the answer is kept until a head of the viewer moves. */
  isKept?: true
}

export type Asked<Input, Found> = {
  tx: Tx
  viewer: Viewer
  input: Input
  record: Found
  /** The reader's. */
  language: Language
}

/** A question of which pages and doors need not know input and record. */
export type AnyQuestion<Answer> = {
  name: string
  isKept: boolean
  /** undefined: there is no such thing for this viewer. */
  ask(viewer: Viewer, sent: unknown, language: Language): Promise<Answer | undefined>
}

export type Answer<Q> = Q extends AnyQuestion<infer A> ? A : never

export function question<Input, Found extends object, Answer extends object>(
  it: Question<Input, Found, Answer>,
): AnyQuestion<Answer> {
  return {
    name: it.name,
    isKept: it.isKept ?? false,
    async ask(viewer, sent, language) {
      const parsed = it.input.safeParse(withoutZeros(sent))
      if (!parsed.success) return undefined
      const input = parsed.data
      const answer = () =>
        asViewer(viewer, async (tx) => {
          const record = await it.about({ tx, viewer, input, language })
          return record && it.answer({ tx, viewer, input, record, language })
        })
      return it.isKept && viewer.heads
        ? keptAnswer(keyOfAnswer(it.name, viewer, input, language), answer)
        : answer()
    },
  }
}

/** An address may have a zero byte in it (`%00`); PostgreSQL takes none in a text. */
function withoutZeros(sent: unknown): unknown {
  if (typeof sent !== 'object' || sent === null) return sent
  const words = Object.entries(sent).map(([name, word]) => [
    name,
    typeof word === 'string' ? word.replaceAll('\0', '') : word,
  ])
  return Object.fromEntries(words)
}
