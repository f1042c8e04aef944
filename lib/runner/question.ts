import type { z } from 'zod'
import { lookingInto, type Viewer } from '#lib/access/viewer.ts'
import { seenBy } from '#lib/access/wall.ts'
import type { Tx } from '#lib/core/transaction.ts'
import type { Language } from '#lib/format/language.ts'
import { keptAnswer, keyFor } from './kept-answers.ts'

/** What a page or a GET door shows: its name, what the address says, the record that it is about, the answer. Asked
 *  as the viewer, so no statement in it has a clause about visibility. */
export type Question<Input, Found extends object, Answer> = {
  name: string
  /** What may be wrong in an address without its thing being absent (a filter) falls back by `.catch`. */
  input: z.ZodType<Input>
  /** Codes of the partnerships in which all lies that is shown: whatever changes in others, the answer holds. */
  within?(input: Input, viewer: Viewer): readonly string[]
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
  /** undefined: what was sent names nothing. */
  understood(viewer: Viewer, sent: unknown, language: Language): Understood<Answer> | undefined
  /** undefined: there is no such thing for this viewer. */
  ask(viewer: Viewer, sent: unknown, language: Language): Promise<Answer | undefined>
}

/** A question that can be asked. */
export type Understood<Answer> = {
  /** What the answer hangs on: under the same key it is the same. undefined: it is not kept, for it hangs on more than that. */
  key: string | undefined
  /** Afresh. */
  answer(): Promise<Answer | undefined>
}

export type Answer<Q> = Q extends AnyQuestion<infer A> ? A : never

export function question<Input, Found extends object, Answer extends object>(
  it: Question<Input, Found, Answer>,
): AnyQuestion<Answer> {
  const understood = (who: Viewer, sent: unknown, language: Language): Understood<Answer> | undefined => {
    const { success, data: input } = it.input.safeParse(withoutZeros(sent))
    if (!success) return undefined
    const viewer = it.within ? lookingInto(it.within(input, who), who) : who
    const answer = () =>
      seenBy(viewer, async (tx) => {
        const record = await it.about({ tx, viewer, input, language })
        return record && it.answer({ tx, viewer, input, record, language })
      })
    const isKept = it.isKept && viewer.audiences.every(({ head }) => head !== null)
    return { key: isKept ? keyFor(viewer, it.name, input, language) : undefined, answer }
  }
  return {
    name: it.name,
    understood,
    async ask(viewer, sent, language) {
      const asked = understood(viewer, sent, language)
      return asked?.key === undefined ? asked?.answer() : keptAnswer(asked.key, asked.answer)
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
