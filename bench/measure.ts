import { fork } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type pg from 'pg'
import { runProgram } from '#lib/core/programs.ts'
import { say } from '#lib/core/script.ts'
import type { Sessions } from './floor.ts'
import type { Installation } from './installation.ts'
import { inTurn, Load, type Measured, send, type Source } from './load.ts'
import type { People, Reach, Work } from './works.ts'

/** At one connection and at sixteen. */
export type Both = { one: Measured; sixteen: Measured }
export type Row = { name: string; reach: Reach | undefined; langar: Both; floor: Both | undefined }

/** The floor in a process of its own beside an installation, for whoever has signed in there. */
export async function startFloor(owner: pg.Pool, langar: Installation, port: number, people: People) {
  const sessions: Sessions = {}
  for (const token of Object.values(people)) {
    const { rows } = await owner.query(
      `select person, array(select left(a, 36) from unnest(string_to_array(audiences, ',')) a) as audiences from viewer_of($1)`,
      [Buffer.from(token)],
    )
    sessions[createHash('sha256').update(token).digest('hex')] = rows[0]
  }
  const files = join(langar.folder, 'floor-files')
  await rm(files, { recursive: true, force: true })
  await mkdir(files)
  const child = fork(join(import.meta.dirname, 'floor.ts'), {
    env: {
      ...process.env,
      FLOOR_DATABASE: langar.ownerUrl,
      FLOOR_PORT: String(port),
      FLOOR_FILES: files,
      FLOOR_SESSIONS: JSON.stringify(sessions),
    },
  })
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  child.on('message', () => resolve()).on('exit', () => reject(new Error('the floor did not start')))
  await promise
  return { address: `http://127.0.0.1:${port}`, stop: () => void child.kill() }
}

type Addresses = { langar: string; floor: string }

/** Warm, in turn, and only if both show the same. */
export async function measure(work: Work, at: Addresses): Promise<Row> {
  const { name, langar, floor, reach, shows } = work
  if (shows && floor) await assertSame(name, at, { langar, floor }, shows)
  const asked = [{ address: at.langar, source: langar }]
  if (floor) asked.push({ address: at.floor, source: floor })
  await warm(asked)
  await work.setBack?.()
  const at1 = await measureAt(1, work, at)
  await work.setBack?.()
  const at16 = await measureAt(16, work, at)
  const both = (one: Measured | undefined, sixteen: Measured | undefined) =>
    one && sixteen && { one, sixteen }
  const row = {
    name,
    reach,
    langar: { one: at1.langar, sixteen: at16.langar },
    floor: both(at1.floor, at16.floor),
  }
  say(`  ${name}: ${at1.langar.p50.toFixed(1)} ms; the floor ${at1.floor?.p50.toFixed(1) ?? '–'} ms`)
  return row
}

async function measureAt(connections: number, { langar, floor }: Work, at: Addresses) {
  const how = { rounds: 5, milliseconds: 700 }
  const loads = { langar: new Load(at.langar, connections), floor: floor && new Load(at.floor, connections) }
  const measured = [{ load: loads.langar, source: langar }]
  if (loads.floor && floor) measured.push({ load: loads.floor, source: floor })
  await inTurn(measured, how)
  return { langar: loads.langar.end(), floor: loads.floor?.end() }
}

/** The same work in several places, at one connection: warm, and in turn. */
export async function measureInTurn(places: readonly { work: Work; address: string }[]): Promise<Measured[]> {
  const asked = places.map(({ work, address }) => ({ address, source: work.langar }))
  await warm(asked)
  for (const { work } of places) await work.setBack?.()
  const measured = asked.map(({ address, source }) => ({ load: new Load(address, 1), source }))
  await inTurn(measured, { rounds: 9, milliseconds: 700 })
  return measured.map(({ load }) => load.end())
}

/** Whatever compiles when it first runs has run. */
async function warm(asked: readonly { address: string; source: Source }[]): Promise<void> {
  const loads = asked.map(({ address, source }) => ({ load: new Load(address, 16), source }))
  await inTurn(loads, { rounds: 1, milliseconds: 700 })
  for (const { load } of loads) load.end()
}

async function assertSame(
  name: string,
  at: Addresses,
  { langar, floor }: { langar: Source; floor: Source },
  shows: (answer: string) => string[],
): Promise<void> {
  const shown = async (address: string, source: Source) => {
    const sent = await source()
    if (!sent) throw new Error(`${name}: there is nothing to ask`)
    const { status, body, encoding } = await send(address, sent)
    if (status !== 200) throw new Error(`${name}: ${status} ${body.toString().slice(0, 500)}`)
    return shows(String(encoding === 'gzip' ? gunzipSync(body) : body))
      .toSorted()
      .join(' ')
  }
  const [one, other] = [await shown(at.langar, langar), await shown(at.floor, floor)]
  if (one !== other) throw new Error(`${name}: Langar shows ${one}\nand the floor ${other}`)
}

/** Megabytes of main memory that the server's process holds. */
export async function memoryOf(pid: number | undefined): Promise<number> {
  const { output } = await runProgram('ps', ['-o', 'rss=', '-p', String(pid)])
  return Number(output) / 1024
}
