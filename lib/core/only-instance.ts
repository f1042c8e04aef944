import { createHash } from 'node:crypto'
import { hostname } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { StopReason } from './stop-reason.ts'

/**
 * Makes this the only Langar on this folder of this machine, by a lock in the database that lives as long as our
 * connection: nothing is left to clean up after a kill -9. Throws a StopReason when there is another. When the database
 * goes and comes back, the lock is taken again; `lost` is called if somebody else was faster.
 */
export async function becomeOnlyInstance(
  ownerUrl: string,
  folder: string,
  address: string,
  lost: (reason: unknown) => void,
): Promise<{ end(): Promise<void> }> {
  const instance = new Instance(ownerUrl, folder, address, lost)
  await instance.take()
  return instance
}

class Instance {
  readonly #ownerUrl: string
  readonly #folder: string
  readonly #address: string
  readonly #lost: (reason: unknown) => void
  readonly #key: [number, number]
  #client: pg.Client | undefined
  #ended = false

  constructor(ownerUrl: string, folder: string, address: string, lost: (reason: unknown) => void) {
    this.#ownerUrl = ownerUrl
    this.#folder = folder
    this.#address = address
    this.#lost = lost
    const hash = createHash('sha256').update(`${hostname()} ${folder}`).digest()
    this.#key = [hash.readUInt32BE(0) >>> 1, hash.readUInt32BE(4) >>> 1]
  }

  async take(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.#ownerUrl,
      application_name: `Langar at ${this.#address}`,
      keepAlive: true,
    })
    client.on('error', () => {}) // 'end' follows
    await client.connect()
    // A session whose process was killed just now needs a moment to end.
    for (const deadline = Date.now() + 2_000; ; await sleep(200)) {
      const { rows } = await client.query<{ ours: boolean }>(
        'select pg_try_advisory_lock($1, $2) as ours',
        this.#key,
      )
      if (rows[0]?.ours) break
      if (Date.now() < deadline) continue
      const other = await this.#other(client)
      await client.end()
      throw new StopReason(
        `${other} already runs on ${this.#folder}: stop it first, or name another folder in LANGAR_FOLDER.`,
      )
    }
    client.on('end', () => this.#takeAgain().catch(this.#lost))
    this.#client = client
  }

  async #other(client: pg.Client): Promise<string> {
    const { rows } = await client.query<{ name: string }>(
      `select application_name as name from pg_stat_activity join pg_locks using (pid)
       where locktype = 'advisory' and classid = $1 and objid = $2 and granted`,
      this.#key,
    )
    return rows[0]?.name ?? 'Another Langar'
  }

  async #takeAgain(): Promise<void> {
    while (!this.#ended) {
      await sleep(500, undefined, { ref: false })
      try {
        return await this.take()
      } catch (error) {
        if (error instanceof StopReason) throw error // any other: the database is not back yet
      }
    }
  }

  async end(): Promise<void> {
    this.#ended = true
    await this.#client?.end().catch(() => {})
  }
}
