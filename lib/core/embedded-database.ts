import { readFile, rm, stat, statfs, symlink, writeFile } from 'node:fs/promises'
import { totalmem } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { z } from 'zod'
import { keep, kept, type Kept, makeFolder } from './embedded-database-folder.ts'
import { findPlace } from './embedded-database-place.ts'
import type { Place } from './embedded-database-place.ts'
import { freePort, isFree } from './free-port.ts'
import { lastLine, runPostgres } from './postgres-program.ts'
import { commandOf } from './programs.ts'
import { fullDisk, isFullDisk, StopReason } from './stop-reason.ts'

export type EmbeddedDatabase = {
  /** Of the role `langar`, which owns the database `langar`, may make roles and databases, and is no superuser. */
  ownerUrl: string
  /** From now on starts the server again when it ends unasked; calls `lost` when that fails. */
  keepRunning(lost: (reason: unknown) => void): void
  /** Ends the server, whoever is connected. */
  stop(): Promise<void>
  /** Ends the server unless somebody else is connected: scripts and a running Langar share it. */
  leave(): Promise<void>
  /** Ends the server and deletes its data. */
  remove(): Promise<void>
}

/**
 * PostgreSQL 18 out of npm, for whoever gives no DATABASE_URL. It runs apart from us, so that Ctrl-C reaches us alone
 * and the server ends after the last answer; a server that outlived a killed Langar is taken over. Listens on 127.0.0.1
 * only; its passwords and its port are in `<folder>/postgres/server.json`.
 */
export async function openEmbeddedDatabase(
  folder: string,
  say: (line: string) => void,
): Promise<EmbeddedDatabase> {
  const place = await findPlace(folder, say)
  await assertRoom(dirname(place.folder))
  if (!(await isThere(place.folder))) await makeFolder(place)
  if (place.folder !== join(folder, 'postgres')) await link(place.folder, join(folder, 'postgres'))
  const server = await Server.start(place, say)
  await server.ensureOwner()
  return server
}

const leastRoom = 300 * 1024 * 1024
const leastToRun = 1024 * 1024

async function assertRoom(folder: string): Promise<void> {
  const room = await roomIn(folder)
  if (room < leastRoom) {
    const left = Math.floor(room / 1024 / 1024)
    throw new StopReason(
      `The disk is full: ${folder} has ${left} MB left, and the database needs 300 MB to be safe.`,
    )
  }
}

/** In bytes. */
async function roomIn(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

async function isThere(folder: string): Promise<boolean> {
  return (await stat(folder).catch(() => undefined)) !== undefined
}

async function link(target: string, path: string): Promise<void> {
  if (!(await isThere(path))) await symlink(target, path)
}

class Server implements EmbeddedDatabase {
  readonly #place: Place
  #kept: Kept
  readonly #say: (line: string) => void
  #pid = 0
  #watch = new AbortController()

  private constructor(place: Place, values: Kept, say: (line: string) => void) {
    this.#place = place
    this.#kept = values
    this.#say = say
  }

  static async start(place: Place, say: (line: string) => void): Promise<Server> {
    const text = await readFile(join(place.folder, 'server.json'), 'utf8').catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EACCES') return ''
        throw new StopReason(
          `The database in ${place.folder} belongs to another user: start Langar as that user.`,
        )
      },
    )
    const values = kept.safeParse(text && JSON.parse(text))
    if (!values.success) {
      throw new StopReason(
        `${join(place.folder, 'server.json')}, which holds the passwords of the database, is lost.`,
      )
    }
    const server = new Server(place, values.data, say)
    await server.#run({ keepPort: false })
    return server
  }

  get ownerUrl(): string {
    return `postgresql://langar:${this.#kept.ownerPassword}@127.0.0.1:${this.#kept.port}/langar`
  }

  get #superuserUrl(): string {
    return `postgresql://postgres:${this.#kept.superuserPassword}@127.0.0.1:${this.#kept.port}/postgres`
  }

  get #data(): string {
    return join(this.#place.folder, 'data')
  }

  /** Idempotent: a first start may have been killed between any two of these statements. */
  async ensureOwner(): Promise<void> {
    const client = await connected(this.#superuserUrl)
    try {
      await client.query('select pg_advisory_lock(1)') // two first starts at once
      const { rows } = await client.query(
        `select exists(select from pg_roles where rolname = 'langar') as role,
                exists(select from pg_database where datname = 'langar') as database`,
      )
      const there = z.array(z.object({ role: z.boolean(), database: z.boolean() })).parse(rows)[0]
      const password = client.escapeLiteral(this.#kept.ownerPassword)
      if (!there?.role)
        await client.query(`create role langar login createrole createdb password ${password}`)
      if (!there?.database) await client.query('create database langar owner langar')
    } finally {
      await client.end()
    }
  }

  keepRunning(lost: (reason: unknown) => void): void {
    this.#keepRunning().catch(lost)
  }

  async #keepRunning(): Promise<void> {
    const { signal } = this.#watch
    const ends: number[] = []
    while (await waited(500, signal)) {
      if (await this.#isServer(this.#pid)) continue
      if (signal.aborted) return
      ends.unshift(Date.now())
      if (ends.length > 5 && Date.now() - (ends[5] ?? 0) < 60_000) {
        throw new StopReason(`PostgreSQL ends again and again: see ${join(this.#place.folder, 'log')}.`)
      }
      this.#say('PostgreSQL has ended unasked.')
      await this.#run({ keepPort: true })
      this.#say('PostgreSQL runs again.')
    }
  }

  async leave(): Promise<void> {
    const client = await connected(this.#superuserUrl)
    const { rowCount } = await client.query(
      `select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    )
    await client.end()
    if (rowCount === 0) await this.stop()
  }

  async stop(): Promise<void> {
    this.#watch.abort()
    const stopped = await this.#control('stop', '--mode=fast', '--timeout=60')
    if (stopped.code !== 0 && (await this.#isServer(this.#pid)))
      await this.#control('stop', '--mode=immediate')
  }

  async remove(): Promise<void> {
    await this.stop()
    await rm(this.#place.folder, { recursive: true, force: true })
  }

  /** Takes over the server that runs, or starts one; returns when it lets our password in. */
  async #run(how: { keepPort: boolean }): Promise<void> {
    for (const deadline = Date.now() + patience; Date.now() < deadline; await sleep(100)) {
      if (!(await this.#running())) await this.#launch(how)
      const running = await this.#running()
      if (running && (await this.#letsIn(running))) return
      // A server that can write nothing any more runs, and lets nobody in.
      if ((await roomIn(this.#place.folder)) < leastToRun) throw new StopReason(fullDisk)
    }
    throw new StopReason(`PostgreSQL does not get ready: see ${join(this.#place.folder, 'log')}.`)
  }

  async #running(): Promise<{ pid: number; port: number } | undefined> {
    const file = join(this.#data, 'postmaster.pid')
    const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n')
    const [pid, port] = [Number(lines[0]), Number(lines[3])]
    if (!pid) return undefined
    if (await this.#isServer(pid)) return { pid, port }
    // The number may belong to another program by now, or to a zombie, and PostgreSQL would take it for its own server.
    // A number that no process can have, instead of no file: so it still looks for leftovers of the old one itself.
    if (await isTaken(pid)) await writeFile(file, [nobody, ...lines.slice(1)].join('\n'))
    return undefined
  }

  async #isServer(pid: number): Promise<boolean> {
    return ((await commandOf(pid)) ?? '').includes(this.#data)
  }

  async #letsIn({ pid, port }: { pid: number; port: number }): Promise<boolean> {
    if (!port) return false
    await this.#keepPort(port)
    try {
      await (await connected(this.#superuserUrl)).end()
      this.#pid = pid
      return true
    } catch (error) {
      if (error instanceof pg.DatabaseError && error.code === '28P01') {
        throw new StopReason(
          `The database in ${this.#place.folder} does not know the password in its server.json.`,
        )
      }
      return false // not yet, or no longer
    }
  }

  async #launch({ keepPort }: { keepPort: boolean }): Promise<void> {
    if (!(await isFree(this.#kept.port))) {
      if (keepPort) return
      await this.#keepPort(await freePort())
    }
    this.#say('Starting PostgreSQL 18 …')
    const log = join(this.#place.folder, 'log')
    const before = (await stat(log)).size
    const settings = `-p ${this.#kept.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c shared_buffers=${sharedBuffers()}MB`
    const started = await this.#control('start', `--log=${log}`, `--options=${settings}`, '--timeout=30')
    if (started.code === 0) return
    const said = (await readFile(log)).subarray(before).toString()
    if (isFullDisk(said)) throw new StopReason(fullDisk)
    // Processes of a killed server need a moment to notice; recovery may need more than a moment.
    if (said.includes('is still in use') || (await this.#running())) return
    const fatal = said.split('\n').findLast((line) => line.includes('FATAL:')) ?? lastLine(started.output)
    throw new StopReason(`PostgreSQL does not start: ${fatal.replace(/^.*FATAL: +/, '')}.`)
  }

  async #keepPort(port: number): Promise<void> {
    if (port === this.#kept.port) return
    this.#kept = { ...this.#kept, port }
    await keep(this.#place.folder, this.#kept)
  }

  #control(act: 'start' | 'stop', ...words: string[]): Promise<{ code: number; output: string }> {
    return runPostgres(this.#place, 'pg_ctl', [act, `--pgdata=${this.#data}`, '--wait', ...words])
  }
}

/** An eighth of the machine's memory, of which it takes what the data needs; PostgreSQL itself would take 128 MB anywhere. */
function sharedBuffers(): number {
  const megabytes = Math.min(totalmem(), process.constrainedMemory() || Infinity) / 1024 / 1024
  return Math.round(Math.min(Math.max(megabytes / 8, 128), 1024))
}

const patience = 10 * 60_000
const nobody = String(2 ** 31 - 1)

async function isTaken(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {}) // a query that meets it says so itself
  await client.connect()
  return client
}

/** False when the waiting was called off. Does not keep the process alive. */
function waited(milliseconds: number, signal: AbortSignal): Promise<boolean> {
  return sleep(milliseconds, true, { signal, ref: false }).catch(() => false)
}
