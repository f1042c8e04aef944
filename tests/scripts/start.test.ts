import { once } from 'node:events'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { freePort } from '#lib/core/free-port.ts'
import { commandOf } from '#lib/core/programs.ts'
import { makeFolder } from '#lib/core/settings.ts'
import { ask, urlOf } from '#tests/own-server.ts'
import { databasePidIn, ownerUrlIn, refusal, run } from '#tests/scripts.ts'
import { removeInstallation, startSite, type Site } from '#tests/site.ts'

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
  await removeInstallation(folder)
})

test('the first start brings the real programme and says each step in a line', async () => {
  expect(await status()).toBe(200)
  expect(await milestones()).toBe('206')
  for (const step of [
    'Starting PostgreSQL 18 …',
    'Applying migrations …',
    'Loading the Uzbekistan–Korea programme …',
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
  const url = await ownerUrlIn(folder)
  await ask(url, 'create database given')
  const given = urlOf('given', url)
  const other = await startSite({ folder: join(folder, 'given'), databaseUrl: given })
  const offered = [await offersDemo(site.address), await offersDemo(other.address)]
  await other.stop()
  expect(offered).toEqual([true, false])
  expect(await ask(given, 'select count(*) from milestones')).toEqual([{ count: '206' }])
  expect(await ask(given, 'select count(*) from people')).toEqual([{ count: '0' }])
})

test('Langar goes on when the database is killed under it', async () => {
  await ask(await ownerUrlIn(folder), 'create table kept as select 1 as one')
  process.kill(await databasePidIn(folder), 'SIGKILL')
  const back = async () => expect([await status(), await kept()]).toEqual([200, [{ one: 1 }]])
  await vi.waitFor(back, { timeout: 60_000, interval: 200 })
})

test('Ctrl-C ends both in order', async () => {
  const database = await databasePidIn(folder)
  await site.stop()
  expect(site.process.exitCode).toBe(0)
  expect(await commandOf(database)).toBeUndefined()
})

test('a second start builds nothing, loads nothing and loses nothing', async () => {
  site = await startSite({ folder, port })
  for (const again of ['Generating', 'Building', 'Loading']) expect(site.output()).not.toContain(again)
  expect(await kept()).toEqual([{ one: 1 }])
})

test('a start after kill -9 of Langar takes over its database', async () => {
  const database = await databasePidIn(folder)
  await site.kill()
  site = await startSite({ folder, port })
  expect(await databasePidIn(folder)).toBe(database)
  expect(await status()).toBe(200)
  expect(await kept()).toEqual([{ one: 1 }])
})

test('a start after kill -9 of both recovers by itself', async () => {
  process.kill(await databasePidIn(folder), 'SIGKILL')
  await site.kill()
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

async function status(): Promise<number> {
  return (await fetch(site.address)).status
}

async function offersDemo(address: string): Promise<boolean> {
  return (await (await fetch(address)).text()).includes('/api/auth/callback/demo')
}

async function kept() {
  return ask(await ownerUrlIn(folder), 'table kept')
}

async function milestones(): Promise<string | undefined> {
  const [counted] = await ask<{ count: string }>(await ownerUrlIn(folder), 'select count(*) from milestones')
  return counted?.count
}
