import { randomBytes } from 'node:crypto'
import { chmod, chown, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import type { Place } from './embedded-database-place.ts'
import { freePort } from './free-port.ts'
import { lastLine, runPostgres } from './postgres-program.ts'
import { commandOf } from './programs.ts'
import { fullDisk, isFullDisk, StopReason } from './stop-reason.ts'

/** In the folder's `server.json`. */
export const kept = z.object({ port: z.number(), superuserPassword: z.string(), ownerPassword: z.string() })
export type Kept = z.infer<typeof kept>

/** The folder of a new database, with its data, passwords and log. Beside its place first, then moved there in one step: a
 *  start that is killed, or two at once, leave nothing in half. */
export async function makeFolder(place: Place): Promise<void> {
  await sweepUnfinished(place.folder)
  const unfinished = `${place.folder}.new-${process.pid}-${randomBytes(4).toString('hex')}`
  await mkdir(join(unfinished, 'data'), { recursive: true })
  await chmod(unfinished, 0o711) // whatever the umask: the database's own system user has to pass through it
  const passwords = { superuserPassword: randomPassword(), ownerPassword: randomPassword() }
  await keep(unfinished, { port: await freePort(), ...passwords })
  await writeFile(join(unfinished, 'password'), passwords.superuserPassword, { mode: 0o600 })
  await writeFile(join(unfinished, 'log'), '', { mode: 0o600 })
  if (place.user) {
    for (const name of ['data', 'password', 'log'])
      await chown(join(unfinished, name), place.user.uid, place.user.gid)
  }
  const words = [
    `--pgdata=${join(unfinished, 'data')}`,
    '--username=postgres',
    `--pwfile=${join(unfinished, 'password')}`,
    '--auth=scram-sha-256',
    // Without these two the encoding comes from LANG, and without LANG Cyrillic and Hangul are no letters.
    '--encoding=UTF8',
    '--locale=C.UTF-8',
  ]
  const { code, output } = await runPostgres(place, 'initdb', words)
  if (code !== 0) {
    await rm(unfinished, { recursive: true, force: true })
    throw new StopReason(
      isFullDisk(output) ? fullDisk : `PostgreSQL could not make its folder: ${lastLine(output)}`,
    )
  }
  await rm(join(unfinished, 'password'))
  await rename(unfinished, place.folder).catch(() => rm(unfinished, { recursive: true }))
}

async function sweepUnfinished(folder: string): Promise<void> {
  const beginning = `${basename(folder)}.new-`
  for (const name of await readdir(dirname(folder))) {
    const pid = name.startsWith(beginning) ? Number.parseInt(name.slice(beginning.length)) : process.pid
    if (!(await commandOf(pid))) await rm(join(dirname(folder), name), { recursive: true, force: true })
  }
}

function randomPassword(): string {
  return randomBytes(24).toString('base64url')
}

export async function keep(folder: string, values: Kept): Promise<void> {
  const file = join(folder, 'server.json')
  await writeFile(`${file}.new`, `${JSON.stringify(values)}\n`, { mode: 0o600 })
  const { uid, gid } = await stat(folder) // so that its owner can still read it after root has started it once
  await chown(`${file}.new`, uid, gid)
  await rename(`${file}.new`, file)
}
