import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { commandOf } from '#lib/core/programs.ts'
import { makeFolder } from '#lib/core/settings.ts'
import { ask, urlOf } from '#tests/own-server.ts'
import { freePort, startSite, type Site } from '#tests/site.ts'

/** One installation from its first start on, killed and started again; each test goes on where the one before ended. */
const langar = makeFolder(join(import.meta.dirname, '../../.langar'))
const folder = join(langar, `site-${process.pid}-start`)
let port = 0
let site: Site

beforeAll(async () => {
  port = await freePort()
  makeFolder(folder)
  site = await startSite({ folder, port })
})
afterAll(async () => {
  if (site.process.exitCode === null) await site.stop()
  await rm(folder, { recursive: true, force: true })
})

test('the first start brings the real programme and says each step in a line', async () => {
  expect(await status()).toBe(200)
  expect(await milestones()).toBe('206')
  for (const step of [
    'Starting PostgreSQL 18 …',
    'Applying migrations …',
    `Langar is ready: ${site.address}`,
  ])
    expect(site.output()).toContain(`${step}\n`)
})

test('a second instance on the same folder is refused, and the first goes on', async () => {
  const second = await run('start', { LANGAR_FOLDER: folder, PORT: String(await freePort()) })
  expect(second).toEqual(refusal(`Langar at ${site.address} already runs on ${folder}`))
  expect(await status()).toBe(200)
})

test('the ledger can be verified while Langar runs', async () => {
  const verified = await run('verify', { LANGAR_FOLDER: folder })
  expect(verified).toEqual({
    code: 0,
    errors: '',
    said: expect.stringMatching(/every chain and every record verifies/),
  })
})

test('a given database has the programme too, and no demo mode', async () => {
  const url = await ownerUrl()
  await ask(url, 'create database given')
  const given = urlOf('given', url)
  const address = `http://127.0.0.1:${await freePort()}`
  const other = await serving({
    LANGAR_FOLDER: join(folder, 'given'),
    PORT: new URL(address).port,
    DATABASE_URL: given,
  })
  const offered = [await offersDemo(site.address), await offersDemo(address)]
  other.kill('SIGINT')
  await once(other, 'close')
  expect(offered).toEqual([true, false])
  expect(await ask(given, 'select count(*) from milestones')).toEqual([{ count: '206' }])
  expect(await ask(given, 'select count(*) from people')).toEqual([{ count: '0' }])
})

test('Langar goes on when the database is killed under it', async () => {
  await ask(await ownerUrl(), 'create table kept as select 1 as one')
  process.kill(await databasePid(), 'SIGKILL')
  await vi.waitFor(async () => expect(await status()).toBe(200), { timeout: 30_000, interval: 200 })
  expect(await kept()).toEqual([{ one: 1 }])
})

test('Ctrl-C ends both in order', async () => {
  const database = await databasePid()
  await site.stop()
  expect(site.process.exitCode).toBe(0)
  expect(await commandOf(database)).toBeUndefined()
})

test('a second start takes seconds and loses nothing', async () => {
  const before = Date.now()
  site = await startSite({ folder, port })
  expect(Date.now() - before).toBeLessThan(10_000)
  expect(site.output()).not.toContain('Building')
  expect(await kept()).toEqual([{ one: 1 }])
})

test('a start after kill -9 of Langar takes over its database', async () => {
  const database = await databasePid()
  await killed()
  site = await startSite({ folder, port })
  expect(await databasePid()).toBe(database)
  expect(await status()).toBe(200)
  expect(await kept()).toEqual([{ one: 1 }])
})

test('a start after kill -9 of both recovers by itself', async () => {
  process.kill(await databasePid(), 'SIGKILL')
  await killed()
  site = await startSite({ folder, port })
  expect(await status()).toBe(200)
  expect(await kept()).toEqual([{ one: 1 }])
})

test('a taken port is one sentence', async () => {
  const stranger = createServer().listen(0, '127.0.0.1')
  await once(stranger, 'listening')
  const address = stranger.address()
  const taken = typeof address === 'object' && address ? address.port : 0
  await site.stop()
  const refused = await run('start', { LANGAR_FOLDER: folder, PORT: String(taken) })
  stranger.close()
  expect(refused).toEqual(refusal(`Port ${taken} is taken by another program`))
})

test.each([
  [
    { DATABASE_URL: 'postgresql://a:b@127.0.0.1:1/langar' },
    'The database of DATABASE_URL at 127.0.0.1:1 cannot be',
  ],
  [{ DATABASE_URL: 'mysql://a:b@127.0.0.1/langar' }, 'DATABASE_URL has to be an address like'],
  [{ PORT: 'http' }, 'PORT has to be a whole number'],
  [{ HOSTNAME: '192.0.2.1' }, 'This machine has no address 192.0.2.1'],
  [{ LANGAR_FOLDER: '/proc/langar' }, 'Langar cannot make the folder /proc/langar'],
])('%j is one sentence', async (environment, sentence) => {
  expect(await run('start', { LANGAR_FOLDER: folder, ...environment })).toEqual(refusal(sentence))
})

function refusal(sentence: string) {
  const oneLine = new RegExp(`^${RegExp.escape(sentence)}.*\\.\\n$`)
  return { code: 1, errors: expect.stringMatching(oneLine), said: expect.any(String) }
}

/** A script that ends by itself. */
async function run(script: string, environment: Record<string, string>) {
  const child = begin(script, environment)
  let [said, errors] = ['', '']
  child.stdout.on('data', (piece) => (said += String(piece)))
  child.stderr.on('data', (piece) => (errors += String(piece)))
  const [code] = await once(child, 'close')
  return { code, said, errors }
}

async function serving(environment: Record<string, string>) {
  const child = begin('start', environment)
  for await (const piece of child.stdout) if (String(piece).includes('Langar is ready')) break
  return child
}

function begin(script: string, environment: Record<string, string>) {
  return spawn(process.execPath, [`scripts/${script}.ts`], {
    cwd: join(langar, '..'),
    env: { ...process.env, HOSTNAME: '', DATABASE_URL: '', PORT: '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

async function killed(): Promise<void> {
  const ended = once(site.process, 'close')
  site.process.kill('SIGKILL')
  await ended
}

async function status(): Promise<number> {
  return (await fetch(site.address)).status
}

async function offersDemo(address: string): Promise<boolean> {
  return (await (await fetch(address)).text()).includes('/api/auth/callback/demo')
}

async function ownerUrl(): Promise<string> {
  const server = JSON.parse(await readFile(join(folder, 'postgres/server.json'), 'utf8'))
  return `postgresql://langar:${server.ownerPassword}@127.0.0.1:${server.port}/langar`
}

async function kept() {
  return ask(await ownerUrl(), 'table kept')
}

async function milestones(): Promise<string | undefined> {
  const [counted] = await ask<{ count: string }>(await ownerUrl(), 'select count(*) from milestones')
  return counted?.count
}

async function databasePid(): Promise<number> {
  return Number((await readFile(join(folder, 'postgres/data/postmaster.pid'), 'utf8')).split('\n')[0])
}
