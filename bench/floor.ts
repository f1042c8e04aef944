// The floor: what node:http and PostgreSQL cost on this machine for the same rows. No wall, no ledger, no page. A token is
// looked up, what was sent read, one statement asked, its JSON sent on. Started by run.ts with the database, the port, a folder
// for files and who may ask.

import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import pg from 'pg'
import { z } from 'zod'
import { readBody } from './floor-body.ts'
import { statements } from './floor-statements.ts'

export const Sessions = z.record(z.string(), z.object({ person: z.string(), audiences: z.array(z.string()) }))
/** By the SHA-256 of their tokens. */
export type Sessions = z.infer<typeof Sessions>

const { FLOOR_DATABASE = '', FLOOR_PORT = '', FLOOR_FILES = '', FLOOR_SESSIONS = '{}' } = process.env
const sessions = new Map(Object.entries(Sessions.parse(JSON.parse(FLOOR_SESSIONS))))
const pool = new pg.Pool({ connectionString: FLOOR_DATABASE, max: 16 })

/** Values by name instead of by number. */
const prepared = new Map(
  Object.entries(statements).map(([name, sql]) => {
    const names = [...new Set([...sql.matchAll(/(?<!:):([a-z]+)/g)].map(([, value = '']) => value))]
    return [
      name,
      { names, text: sql.replaceAll(/(?<!:):([a-z]+)/g, (_, value) => `$${names.indexOf(value) + 1}`) },
    ]
  }),
)

/** `/board/UZ-KR?direction=CM`: the statement, the partnership, what else it names. */
async function answer(request: IncomingMessage): Promise<string | undefined> {
  const token = /langar-session=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1] ?? ''
  const session = sessions.get(createHash('sha256').update(token).digest('hex'))
  const url = new URL(request.url ?? '/', 'http://floor')
  const [, name = '', partnership = ''] = url.pathname.split('/')
  const statement = prepared.get(name)
  if (!session || !statement) return undefined
  const values: Record<string, unknown> = {
    ...session,
    partnership,
    ...Object.fromEntries(url.searchParams),
    ...(await readBody(request, FLOOR_FILES)),
  }
  const { rows } = await pool.query<{ answer: string }>({
    name,
    text: statement.text,
    values: statement.names.map((value) => values[value]),
  })
  return rows[0]?.answer
}

createServer((request, response) => {
  answer(request).then(
    (found) => {
      if (found === undefined) return response.writeHead(404).end()
      const body = Buffer.from(found)
      return response
        .writeHead(200, { 'content-type': 'application/json', 'content-length': body.length })
        .end(body)
    },
    (error: unknown) => response.writeHead(500).end(String(error)),
  )
}).listen(Number(FLOOR_PORT), '127.0.0.1', () => process.send?.('ready'))
