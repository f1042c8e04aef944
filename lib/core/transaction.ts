import type pg from 'pg'
import { connections, sql, type Sql } from './database.ts'
import { nameOfStatement } from './statement-names.ts'

/** One transaction of the database. What is asked without awaiting what was asked before goes out at once, and is
 *  answered in that order; everything that fails afterwards fails with the first error. */
export type Tx = {
  /** The rows. */
  $queryRaw<Rows = unknown>(statement: Statement, ...values: unknown[]): Promise<Rows>
  /** How many rows it wrote or returned. */
  $executeRaw(statement: Statement, ...values: unknown[]): Promise<number>
  /** Nobody awaits it: it goes out with the commit, which fails with it. */
  $atLast(statement: Sql): void
}

type Statement = TemplateStringsArray | Sql

/** Runs `work` in a transaction whose first statement is `opening`; what it throws rolls back whatever was written. */
export async function transaction<T>(opening: Sql, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await connections().connect()
  const { ask, end, tx, failure } = statementsOf(client)
  let lost: Error | undefined
  try {
    // Not awaited: what `work` asks first travels with them.
    const opened = Promise.all([ask(begin), ask(opening)])
    opened.catch(() => {}) // thrown below, or by the first statement of `work`
    const value = await work(tx)
    const ended = await end(commit)
    await opened
    // A COMMIT after an error that nobody threw is answered with ROLLBACK, and without an error.
    if (ended.command !== 'COMMIT') throw failure()
    return value
  } catch (error) {
    await end(rollback).catch((broken: Error) => {
      lost = broken
    })
    throw error
  } finally {
    client.release(lost)
  }
}

/** The same for work that only reads, and asks nothing at last: its answer need not wait until the transaction has ended. */
export async function reading<T>(opening: Sql, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await connections().connect()
  const { ask, end, tx, failure } = statementsOf(client)
  const opened = Promise.all([ask(beginToRead), ask(opening)])
  opened.catch(() => {}) // thrown below, or by the first statement of `work`
  try {
    const value = await work(tx)
    await opened
    if (failure()) throw failure()
    return value
  } finally {
    end(commit).then(
      () => client.release(),
      (lost: Error) => client.release(lost),
    )
  }
}

const begin = sql`begin`
const beginToRead = sql`begin read only`
const commit = sql`commit`
const rollback = sql`rollback`

function statementsOf(client: pg.PoolClient) {
  let first: { error: unknown } | undefined
  const ask = async ({ text, values }: Sql): Promise<pg.QueryResult> => {
    const name = nameOfStatement(text)
    try {
      return await client.query({ text, values, ...(name && { name }) })
    } catch (error) {
      first ??= { error }
      throw first.error
    }
  }
  let isOver = false
  const end = (statement: Sql) => {
    isOver = true
    return ask(statement)
  }
  // What goes on after another part of the work has failed must not reach whoever has the connection next.
  const askWithin = async (statement: Sql) => {
    if (isOver) throw first?.error ?? new Error('the transaction has ended')
    return ask(statement)
  }
  const tx: Tx = {
    $queryRaw: async <Rows>(statement: Statement, ...values: unknown[]) =>
      (await askWithin(asSql(statement, values))).rows as Rows,
    $executeRaw: async (statement, ...values) => (await askWithin(asSql(statement, values))).rowCount ?? 0,
    $atLast: (statement) => {
      askWithin(statement).catch(() => {}) // thrown with the commit
    },
  }
  return { ask, end, tx, failure: () => first?.error }
}

const asSql = (statement: Statement, values: unknown[]): Sql =>
  'raw' in statement ? sql(statement, ...values) : statement

/** Answers that do not rest on each other, asked at once; under their names. */
export async function together<Answers extends Record<string, unknown>>(asked: {
  [Name in keyof Answers]: Promise<Answers[Name]>
}): Promise<Answers> {
  const answered = await Promise.all(
    Object.entries(asked).map(async ([name, answer]) => [name, await answer]),
  )
  return Object.fromEntries(answered)
}
