import { once } from 'node:events'
import { chmod, readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { expect, onTestFinished, test, vi } from 'vitest'
import { commandOf } from '#lib/core/programs.ts'
import { ask, folderForFile, serverIn } from '#tests/own-server.ts'

const folder = folderForFile()
const hidden = folderForFile()
const strict = folderForFile()

test('three first starts at once make one database', async () => {
  for (const name of ['LANG', 'LC_ALL']) vi.stubEnv(name, undefined) // as in a container
  vi.stubEnv('PGPORT', '1')
  onTestFinished(() => void vi.unstubAllEnvs())
  const servers = await Promise.all([serverIn(folder), serverIn(folder), serverIn(folder)])
  expect(new Set(servers.map((server) => server.ownerUrl)).size).toBe(1)
})

test('it knows Cyrillic and Hangul whatever the environment said, and the owner is no superuser', async () => {
  const { ownerUrl } = await serverIn(folder)
  const [seen] = await ask(
    ownerUrl,
    `select lower('ВЕХА') as lower, '협력' ~ '^[[:alpha:]]+$' as letters, current_setting('server_encoding') as encoding,
       rolsuper as super, rolcreaterole as roles, host(inet_server_addr()) as address
     from pg_roles where rolname = current_user`,
  )
  const ours = { super: false, roles: true, address: '127.0.0.1' }
  expect(seen).toEqual({ lower: 'веха', letters: true, encoding: 'UTF8', ...ours })
})

test('a server that outlived its Langar is taken over', async () => {
  const first = await serverIn(folder)
  const before = await pid()
  const second = await serverIn(folder)
  expect(await pid()).toBe(before)
  expect(second.ownerUrl).toBe(first.ownerUrl)
})

test('a server that is killed comes back by itself, with what was saved', async () => {
  const server = await serverIn(folder)
  const lost = vi.fn<(reason: unknown) => void>()
  server.keepRunning(lost)
  onTestFinished(() => server.stop()) // and so its watch, which would start again what a later test stops
  await ask(server.ownerUrl, 'create table if not exists kept as select 1 as one')
  process.kill(await pid(), 'SIGKILL')
  await vi.waitFor(async () => expect(await ask(server.ownerUrl, 'table kept')).toEqual([{ one: 1 }]), {
    timeout: 60_000,
    interval: 200,
  })
  expect(lost).not.toHaveBeenCalled()
})

test('a killed server starts again though its number belongs to another program by now', async () => {
  const server = await serverIn(folder)
  await ask(server.ownerUrl, 'create table if not exists kept as select 1 as one')
  const file = join(folder, 'postgres/data/postmaster.pid')
  const lines = (await readFile(file, 'utf8')).split('\n')
  process.kill(Number(lines[0]), 'SIGKILL')
  while (await commandOf(Number(lines[0]))) await sleep(50)
  await writeFile(file, [process.pid, ...lines.slice(1)].join('\n'))

  const again = await serverIn(folder)
  expect(await ask(again.ownerUrl, 'table kept')).toEqual([{ one: 1 }])
})

test('takes another port when a stranger listens on its own', async () => {
  const server = await serverIn(folder)
  const port = Number(new URL(server.ownerUrl).port)
  await server.stop()
  const stranger = createServer()
  onTestFinished(() => void stranger.close())
  stranger.listen(port, '127.0.0.1')
  await once(stranger, 'listening')

  const again = await serverIn(folder)
  expect(Number(new URL(again.ownerUrl).port)).not.toBe(port)
  expect(await ask(again.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('whoever leaves ends the server only when nobody else is connected', async () => {
  const server = await serverIn(folder)
  const other = new pg.Client({ connectionString: server.ownerUrl })
  await other.connect()
  await server.leave()
  expect(await ask(server.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }])
  await other.end()
  await server.leave()
  await expect(ask(server.ownerUrl, 'select 1')).rejects.toThrow('ECONNREFUSED')
})

test('lives where its system user cannot walk, and is found again', async () => {
  await chmod(join(hidden, '..'), 0o700)
  const server = await serverIn(hidden)
  await ask(server.ownerUrl, 'create table if not exists kept as select 1 as one')
  await server.stop()
  const again = await serverIn(hidden)
  expect(await ask(again.ownerUrl, 'table kept')).toEqual([{ one: 1 }])
})

test('is made under a strict umask, too, as hardened machines have it', async () => {
  const umask = process.umask(0o077)
  onTestFinished(() => void process.umask(umask))
  const server = await serverIn(strict)
  expect(await ask(server.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }])
})

async function pid(): Promise<number> {
  return Number((await readFile(join(folder, 'postgres/data/postmaster.pid'), 'utf8')).split('\n')[0])
}
