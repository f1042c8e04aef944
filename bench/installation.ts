import { spawn, type ChildProcess } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { glob, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { z } from 'zod'
import { openEmbeddedDatabase } from '#lib/core/embedded-database.ts'
import { applyMigrations } from '#lib/core/migrations.ts'
import { root, say } from '#lib/core/script.ts'
import { makeFolder } from '#lib/core/settings.ts'
import { fill } from './data.ts'

/** Langar's production build with data of a size, in a folder of its own that is kept from run to run. */
export type Installation = {
  folder: string
  address: string
  /** Of the owner, past the wall. */
  ownerUrl: string
  process: ChildProcess
  /** From the start of the process to the first page, in milliseconds. */
  coldStart: number
  stop(): Promise<void>
}

/** Makes the data anew where it is missing, half made, or made by what has changed since. Migrations that came later are
 *  applied by the start, as to anybody's data. */
export async function makeData(size: number): Promise<string> {
  const folder = makeFolder(join(makeFolder(join(root, '.langar')), `bench-${size}`))
  const stamp = join(folder, 'made-of.json')
  const now = await whatItIsMadeOf()
  if (isMadeOf(await readFile(stamp, 'utf8').catch(() => '{}'), now)) return folder
  await rm(stamp, { force: true })
  const former = await openEmbeddedDatabase(folder, say)
  await former.remove()
  await rm(folder, { recursive: true })
  say(`Making ${size} milestones …`)
  const database = await openEmbeddedDatabase(makeFolder(folder), say)
  await applyMigrations(database.ownerUrl, join(root, 'prisma/migrations'))
  await fill(database.ownerUrl, size, say)
  await database.stop()
  await writeFile(stamp, JSON.stringify(now))
  return folder
}

/** Hashes. */
const MadeOf = z.object({ data: z.string(), migrations: z.array(z.string()) })
type MadeOf = z.infer<typeof MadeOf>

async function whatItIsMadeOf(): Promise<MadeOf> {
  const hashOf = async (pattern: string) => {
    const files = await Array.fromAsync(glob(pattern, { cwd: root }))
    return Promise.all(
      files.sort().map(async (file) =>
        createHash('sha256')
          .update(await readFile(join(root, file)))
          .digest('hex'),
      ),
    )
  }
  const [data, migrations] = [
    await hashOf('bench/{data,ledger}.*'),
    await hashOf('prisma/migrations/*/*.sql'),
  ]
  return { data: data.join(' '), migrations }
}

function isMadeOf(stamp: string, now: MadeOf): boolean {
  const { success, data: then } = MadeOf.safeParse(JSON.parse(stamp))
  return (
    success &&
    then.data === now.data &&
    then.migrations.every((migration, n) => migration === now.migrations[n])
  )
}

/** As `npm start` does; waits for the first page, which `who` asks for. */
export async function start(folder: string, port: number): Promise<Installation> {
  const token = await withDatabase(folder, (client) => openSession(client, 'staff.uz-kr.uz@example.org'))
  const began = performance.now()
  const child = spawn(process.execPath, ['scripts/start.ts'], {
    cwd: root,
    env: {
      ...process.env,
      LANGAR_FOLDER: folder,
      PORT: String(port),
      HOSTNAME: '',
      DATABASE_URL: '',
      NODE_ENV: 'production',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (said += String(piece)))
  const ended = Promise.withResolvers<void>()
  child.on('close', () => ended.resolve())
  const address = `http://127.0.0.1:${port}`
  while (!(await hasFirstPage(address, token))) {
    if (child.exitCode !== null) throw new Error(`Langar did not start:\n${said}`)
    await sleep(10)
  }
  return {
    folder,
    address,
    ownerUrl: await withDatabase(folder, async (_client, ownerUrl) => ownerUrl),
    process: child,
    coldStart: performance.now() - began,
    stop: async () => {
      child.kill('SIGINT')
      await ended.promise
    },
  }
}

async function hasFirstPage(address: string, token: string): Promise<boolean> {
  const page = await fetch(`${address}/UZ-KR/board`, { headers: cookie(token), redirect: 'manual' }).catch(
    () => undefined,
  )
  await page?.arrayBuffer()
  return page?.ok ?? false
}

export const cookie = (token: string) => ({ cookie: `langar-session=${token}` })

/** The server as it runs, or started for this alone. */
async function withDatabase<T>(
  folder: string,
  work: (client: pg.Client, ownerUrl: string) => Promise<T>,
): Promise<T> {
  const database = await openEmbeddedDatabase(folder, () => {})
  try {
    return await withClient(database.ownerUrl, (client) => work(client, database.ownerUrl))
  } finally {
    await database.leave()
  }
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** As signing in does; its token. */
export async function openSession(client: pg.Client | pg.Pool, email: string): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const hash = createHash('sha256').update(token).digest()
  const { rowCount } = await client.query(
    `select open_session(id, $2, now() + interval '12 hours') from people where email = $1`,
    [email, hash],
  )
  if (rowCount !== 1) throw new Error(`nobody has the address ${email}`)
  return token
}
