import type { z } from 'zod'
import { lookingInto, type Held, type Viewer } from '#lib/access/viewer.ts'
import type { Tx } from '#lib/core/transaction.ts'
import { done, type Outcome } from './outcome.ts'

/** What a person does: its name, what is sent, the record that it is about, who may, and what happens. The runner does
 *  the rest. `Input` has the id that the sender chose for what is created. */
export type Command<Input extends { id: string }, Found extends object, Value, Made> = {
  /** The noun's folder and the verb: `milestones.confirm`. Audit action and prefix of its messages, too. */
  name: string
  input: z.ZodType<Input>
  /** Codes of the partnerships in which all lies that it sees and touches. */
  within?(input: NoInfer<Input>): readonly string[]
  /** The record as this viewer sees it, locked; undefined when there is none for him. */
  about(act: { tx: Tx; viewer: Viewer; input: Input }): Promise<Found | undefined>
  /** The post with which the viewer may do it; undefined when he may not. */
  allow(viewer: Viewer, record: Found): Held | undefined
  /** Where the act rests on what was seen: the version and the row that it is of. `Input` then has `version`. */
  restsOn?(record: Found): { version: string; recordId: string }
  run(act: Act<Input, Found>): Promise<Outcome<Value>>
  /** What the sender gets, where the act itself can tell. */
  made?(done: { record: Found; input: Input; value: Value }): Made
  /** What the sender gets, as he sees it now: for the same post again, too. */
  answer(act: { tx: Tx; viewer: Viewer; input: Input }): Promise<Made | undefined>
  /** The page to go to when it is done. */
  next(made: Made): string
}

export type Act<Input, Found> = {
  tx: Tx
  viewer: Viewer
  /** The post that acts. */
  by: Held
  record: Found
  input: Input
  at: Date
}

/** A command of which the runner need not know the types. */
export type AnyCommand = {
  name: string
  input: z.ZodType
  start(sent: unknown): Started
}

/** What was sent, parsed, with the command that it is for. */
export type Started =
  | { ok: false; error: z.ZodError }
  | {
      ok: true
      input: { id: string; version?: string | undefined }
      /** The sender, as far as the command needs him. */
      narrowed(viewer: Viewer): Viewer
      find(tx: Tx, viewer: Viewer): Promise<Found | undefined>
      answer(tx: Tx, viewer: Viewer): Promise<Answer | undefined>
    }

type Found = {
  allow(viewer: Viewer): Held | undefined
  restsOn: { version: string; recordId: string } | undefined
  run(act: { tx: Tx; viewer: Viewer; by: Held; at: Date }): Promise<Outcome<Answer | undefined>>
}

type Answer = { made: unknown; next: string }

/** Ties the types of one command together, so that run and door can take any. */
export function command<
  Input extends { id: string; version?: string | undefined },
  Record extends object,
  Value,
  Made,
>(it: Command<Input, Record, Value, Made>): AnyCommand {
  const answerWith = (made: Made) => ({ made, next: it.next(made) })
  return {
    name: it.name,
    input: it.input,
    start(sent) {
      const parsed = it.input.safeParse(sent)
      if (!parsed.success) return { ok: false, error: parsed.error }
      const input = parsed.data
      return {
        ok: true,
        input,
        narrowed: (viewer) => (it.within ? lookingInto(it.within(input), viewer) : viewer),
        async find(tx, viewer) {
          const record = await it.about({ tx, viewer, input })
          return (
            record && {
              allow: (who) => it.allow(who, record),
              restsOn: it.restsOn?.(record),
              async run(act) {
                const outcome = await it.run({ ...act, record, input })
                if (!outcome.ok) return outcome
                return done(it.made && answerWith(it.made({ record, input, value: outcome.value })))
              },
            }
          )
        },
        async answer(tx, viewer) {
          const made = await it.answer({ tx, viewer, input })
          return made === undefined ? undefined : answerWith(made)
        },
      }
    },
  }
}
