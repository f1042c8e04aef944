import type { Precision } from '#lib/rules/due-date.ts'

/** Five codes are five statuses: 404, 403, 422, 409, 429. Only a bug is a 500. */
export type ProblemCode = 'not-found' | 'not-allowed' | 'invalid' | 'conflict' | 'too-many'

export type Problem = {
  code: ProblemCode
  /** A key of the messages. */
  message: string
  /** Which field is wrong: its name and a key of the messages. */
  fields?: Record<string, string>
  /** Of a conflict: what changed since the sender looked. */
  changed?: ChangedField[]
}

/** One field of a record that somebody else changed meanwhile; values as they are stored. `precision`: of a date that is
 *  vaguer than a day, or was. */
export type ChangedField = {
  field: string
  before: string | null
  after: string | null
  precision?: { before: Precision | null; after: Precision | null }
}

export type Outcome<T> = { ok: true; value: T } | { ok: false; problem: Problem }

export const done = <T>(value: T): Outcome<T> => ({ ok: true, value })

export const refused = (code: ProblemCode, message: string, more: Partial<Problem> = {}): Outcome<never> => ({
  ok: false,
  problem: { code, message, ...more },
})

export const notFound = refused('not-found', 'problem.not-found')

/** Thrown, so that a refusal rolls back like a bug whatever was written before it. */
export class Refusal extends Error {
  readonly outcome: { ok: false; problem: Problem }
  constructor(outcome: Outcome<never>) {
    super('refused')
    if (outcome.ok) throw new TypeError('no refusal')
    this.outcome = outcome
  }
}
