import { existsSync, mkdirSync } from 'node:fs'
import { isIP } from 'node:net'
import { dirname, resolve } from 'node:path'
import { z } from 'zod'
import { fullDisk, isFullDisk, StopReason } from './stop-reason.ts'

/** An empty variable is one that is not set: shells and compose files write `PORT=` for that. */
const unset = (value: unknown) => (value === '' ? undefined : value)

const aPort = 'has to be a whole number from 1 to 65535'

const environment = z.object({
  /** The owner's address, `postgresql://…`; without it Langar brings its own database. */
  DATABASE_URL: z.preprocess(
    unset,
    z
      .string()
      .regex(/^postgres(ql)?:\/\//, 'has to be an address like postgresql://owner:password@host:5432/langar')
      .optional(),
  ),
  PORT: z.preprocess(unset, z.coerce.number(aPort).int(aPort).min(1, aPort).max(65_535, aPort).default(3000)),
  /** Shells and containers put the machine's own name here: only an IP address or localhost is an order. */
  HOSTNAME: z.string().optional(),
  /** Where the database, the evidence files and the secret are kept. */
  LANGAR_FOLDER: z.preprocess(unset, z.string().default('.langar')),
  /** Signs the sessions; the same on every machine that serves one database. */
  LANGAR_SECRET: z.preprocess(unset, z.string().min(32, 'has to have 32 characters or more').optional()),
  /** 1 when a proxy of the operator stands before Langar, so that its forwarding headers are believed. */
  LANGAR_TRUST_PROXY: z.preprocess(unset, z.enum(['0', '1'], 'has to be 0 or 1').default('0')),
  /** 1 when people reach the site over HTTPS: cookies are kept to it, and browsers told to use nothing else. */
  LANGAR_HTTPS: z.preprocess(unset, z.enum(['0', '1'], 'has to be 0 or 1').default('0')),
  /** Where people find the site, when it is not where it listens. */
  NEXTAUTH_URL: z.preprocess(unset, z.url('has to be an address like https://langar.example').optional()),
})

export type Settings = {
  databaseUrl: string | undefined
  port: number
  host: string
  /** Where it listens, and where people find it. */
  address: string
  publicAddress: string
  folder: string
  secret: string | undefined
  trustProxy: boolean
  https: boolean
}

let settings: Settings | undefined

/** The environment, read once. Throws a StopReason that names the variable to mend. */
export function readSettings(): Settings {
  settings ??= parse(process.env)
  return settings
}

function parse(env: NodeJS.ProcessEnv): Settings {
  const { success, data, error } = environment.safeParse(env)
  if (!success) {
    const [issue] = error.issues
    throw new StopReason(`${String(issue?.path[0])} ${issue?.message}.`)
  }
  const host = isAddress(data.HOSTNAME) ? data.HOSTNAME : '127.0.0.1'
  const address = `http://${isIP(host) === 6 ? `[${host}]` : host}:${data.PORT}`
  return {
    databaseUrl: data.DATABASE_URL,
    port: data.PORT,
    host,
    address,
    publicAddress: data.NEXTAUTH_URL ?? address,
    folder: resolve(data.LANGAR_FOLDER),
    secret: data.LANGAR_SECRET,
    trustProxy: data.LANGAR_TRUST_PROXY === '1',
    https: data.LANGAR_HTTPS === '1',
  }
}

function isAddress(hostname: string | undefined): hostname is string {
  return hostname !== undefined && (hostname === 'localhost' || isIP(hostname) !== 0)
}

/** Makes the folder if it is not there. Other users may pass through it (the database's does), but see nothing. */
export function makeFolder(folder: string): string {
  if (existsSync(folder)) return folder
  makeFolder(dirname(folder))
  try {
    mkdirSync(folder, 0o711)
    return folder
  } catch (error) {
    if (existsSync(folder)) return folder // another start was faster
    if (isFullDisk(error)) throw new StopReason(fullDisk)
    throw new StopReason(
      `Langar cannot make the folder ${folder}: let the user who starts it own the one above it, or name another in LANGAR_FOLDER.`,
    )
  }
}
