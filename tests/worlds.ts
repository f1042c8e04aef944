import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type pg from 'pg'
import { applyMigrations } from '#lib/core/migrations.ts'
import { idOf } from '../prisma/seed/rows.ts'
import { seed } from '../prisma/seed/seed.ts'
import { ask, newDatabaseOn, serverIn, urlOf } from './own-server.ts'
import { startSite, type Site } from './site.ts'

/** The real programme three times, in running programs that are the same to the last id: until one of them hides something. */
export type Twin = { site: Site; ownerUrl: string }

const sessions = (who: string) => `session-of-${who}`

export async function startTwins(folder: string, people: readonly string[]): Promise<[Twin, Twin, Twin]> {
  const server = await serverIn(folder)
  const first = await newDatabaseOn(server)
  await applyMigrations(first, join(import.meta.dirname, '../prisma/migrations'))
  await seed(first, () => {}, { demo: true })
  for (const who of people) {
    const hash = createHash('sha256').update(sessions(who)).digest('hex')
    await ask(
      first,
      `select open_session('${idOf('person', `${who}@example.org`)}', '\\x${hash}', now() + interval '1 day')`,
    )
  }
  const copied = async (name: string) => {
    await ask(server.ownerUrl, `create database ${name} template ${new URL(first).pathname.slice(1)}`)
    return urlOf(name, server.ownerUrl)
  }
  const [second, third] = [await copied('second'), await copied('third')]
  const begun: Twin[] = []
  const begin = async (ownerUrl: string) => {
    const twin = { site: await startSite({ databaseUrl: ownerUrl }), ownerUrl }
    begun.push(twin)
    return twin
  }
  try {
    return [await begin(first), await begin(second), await begin(third)]
  } catch (error) {
    for (const { site } of begun) await site.stop()
    throw error
  }
}

/** Sends as somebody, as a browser or a script would. */
export async function send(
  { site }: Twin,
  who: string,
  address: string,
  sent: { body?: object | FormData; headers?: Record<string, string> } = {},
): Promise<Response> {
  const { body } = sent
  const isJson = body !== undefined && !(body instanceof FormData)
  return fetch(site.address + address, {
    method: body ? 'POST' : 'GET',
    redirect: 'manual',
    headers: {
      cookie: `langar-session=${sessions(who)}`,
      ...(isJson && { 'content-type': 'application/json' }),
      ...sent.headers,
    },
    ...(body && { body: isJson ? JSON.stringify(body) : body }),
  })
}

type Row = Record<string, unknown> & { id: string }

/** Copies records that both sides share as the own ones of one side: of every table that can hold a side's own record as
 *  many as there are, up to `most`. `own`: the side's audience. */
export async function copyAsOwn(tx: pg.PoolClient, own: string, most: number): Promise<void> {
  const { rows: tables } = await tx.query<{ name: string }>(
    `select tgrelid::regclass::text as name from pg_trigger where tgname = 'guard' order by 1`,
  )
  for (const { name } of tables) await copies(tx, name, own, most)
}

async function copies(tx: pg.PoolClient, table: string, own: string, most: number): Promise<void> {
  const { rows } = await tx.query<{ row: Row }>(`select to_jsonb(t) as row from ${table} t order by id`)
  let made = 0
  for (const [n, { row }] of rows.entries()) {
    if (made === most) break
    // What may be there once only is tied to the parent of another row.
    const other = rows[(n * 7 + 3) % rows.length]?.row ?? row
    const code = typeof row['code'] === 'string' ? { code: `${row['code']}-OWN` } : {}
    const place = typeof row['position'] === 'number' ? { position: row['position'] + 500 } : {}
    const number = typeof row['number'] === 'number' ? { number: row['number'] + 500 } : {}
    const parents = [
      {},
      ...Object.keys(row).flatMap((key) => (key.endsWith('_id') ? [{ [key]: other[key] }] : [])),
    ]
    for (const parent of parents) {
      const copy = {
        ...row,
        ...code,
        ...place,
        ...number,
        ...parent,
        id: idOf('own', row.id),
        audience_id: own,
      }
      await tx.query('savepoint copy')
      try {
        await tx.query(`insert into ${table} select * from jsonb_populate_record(null::${table}, $1)`, [copy])
        made += 1
        break
      } catch {
        await tx.query('rollback to copy')
      }
    }
  }
}
