import { createHash } from 'node:crypto'
import type pg from 'pg'
import type { Row, SeedRecord } from './rows.ts'

const nobody = '00000000-0000-0000-0000-000000000000'

/** Each record with what hangs on it, then the seal: one event a record and audience, by nobody. */
export async function write(client: pg.Client, records: readonly SeedRecord[]): Promise<void> {
  for (const record of records) {
    await begin(client)
    for (const [table, rows] of record) await insert(client, table, rows)
    await seal(client)
  }
}

/** The owner stands past the wall; the audiences only let the functions that open others pass. */
export function begin(client: pg.Client): Promise<unknown> {
  return client.query({
    name: 'view as nobody',
    text: 'select view_as($1, $1, array[common()], array[common()])',
    values: [nobody],
  })
}

export function seal(client: pg.Client): Promise<unknown> {
  return client.query({ name: 'seal', text: `select seal('import')` })
}

async function insert(client: pg.Client, table: string, rows: readonly Row[]): Promise<void> {
  const [first] = rows
  if (first === undefined) return
  const columns = Object.keys(first).join(', ')
  const text = `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1)`
  // Named, PostgreSQL parses it once; a name may have 63 characters.
  const name = createHash('md5').update(text).digest('hex')
  await client.query({ name, text, values: [JSON.stringify(rows)] })
}
