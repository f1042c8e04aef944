import { createHash } from 'node:crypto'
import { glob, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { runProgram } from './programs.ts'
import { root, say } from './script.ts'
import { fullDisk, isFullDisk, StopReason } from './stop-reason.ts'

type Product = {
  doing: string
  /** What it is made of; a folder stands for all that is in it. */
  from: string[]
  /** Holds the hash of what it was made of last; lies where the product lies, so that they go together. */
  stamp: string
  words: string[]
}

const client: Product = {
  doing: 'Generating the database client',
  from: ['prisma/models', 'prisma.config.ts', 'package-lock.json'],
  stamp: 'lib/core/generated/made-of.sha256',
  words: ['node_modules/prisma/build/index.js', 'generate'],
}

const application: Product = {
  doing: 'Building Langar',
  from: [
    'app',
    'components',
    'lib',
    'messages',
    'prisma/models',
    'public',
    'next.config.js',
    'package-lock.json',
    'package.json',
    'postcss.config.js',
    'proxy.ts',
  ],
  stamp: '.next/made-of.sha256',
  words: ['node_modules/next/dist/bin/next', 'build'],
}

/** Prisma's client for the models as they are. */
export function generateClient(signal?: AbortSignal): Promise<void> {
  return make(client, signal)
}

/** The application as it is served. Needs the client. */
export function buildApplication(signal?: AbortSignal): Promise<void> {
  return make(application, signal)
}

/** Would neither of the two do anything now? */
export async function isBuilt(): Promise<boolean> {
  const fresh = await Promise.all(
    [client, application].map(async (product) => (await staleHash(product)) === null),
  )
  return fresh.every(Boolean)
}

async function make(product: Product, signal: AbortSignal | undefined): Promise<void> {
  const hash = await staleHash(product)
  if (hash === null) return

  const stamp = join(root, product.stamp)
  say(`${product.doing} …`)
  await rm(stamp, { force: true })
  const { code, output } = await runProgram(process.execPath, product.words, {
    folder: root,
    environment,
    signal,
  })
  if (signal?.aborted) throw new StopReason('Stopped.')
  if (code !== 0)
    throw new StopReason(isFullDisk(output) ? fullDisk : `${product.doing} failed:\n${output.trim()}`)
  await mkdir(dirname(stamp), { recursive: true })
  await writeFile(stamp, hash)
}

/** `prisma generate` wants to see its native engine, which it never starts: any file will do. Neither calls home. */
const environment = {
  ...process.env,
  NODE_ENV: 'production' as const,
  PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
  CHECKPOINT_DISABLE: '1',
  NEXT_TELEMETRY_DISABLED: '1',
}

/** Of what it is made of now; null: that is what it was made of last. */
async function staleHash({ from, stamp }: Product): Promise<string | null> {
  const hash = await hashOf(from)
  return (await readFile(join(root, stamp), 'utf8').catch(() => '')) === hash ? null : hash
}

async function hashOf(paths: string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const path of paths) {
    for (const file of await filesOf(path))
      hash
        .update(`${file}\0`)
        .update(await readFile(join(root, file)))
        .update('\0')
  }
  return hash.digest('hex')
}

/** Made by the building itself, out of the rest. */
const generated = /^lib\/core\/generated|\.d\.json\.ts$/

async function filesOf(path: string): Promise<string[]> {
  const there = await stat(join(root, path)).catch(() => undefined)
  if (!there?.isDirectory()) return there ? [path] : []
  const entries = await Array.fromAsync(glob(`${path}/**`, { cwd: root, withFileTypes: true }))
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return files
    .map((file) => file.slice(root.length + 1))
    .filter((file) => !generated.test(file))
    .sort()
}
