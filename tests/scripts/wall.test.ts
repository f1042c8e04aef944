import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { freePort } from '#lib/core/free-port.ts'
import { applyMigrations } from '#lib/core/migrations.ts'
import { ask, folderForFile, newDatabaseOn, serverIn } from '#tests/own-server.ts'
import { refusal, run } from '#tests/scripts.ts'

/** Langar never serves as somebody whom the wall does not hold: it ends before it listens. (That it serves otherwise, start.test.ts shows.) */

const folder = folderForFile()
let url = ''

beforeAll(async () => {
  url = await newDatabaseOn(await serverIn(folder))
  await applyMigrations(url, join(import.meta.dirname, '../../prisma/migrations'))
})

const start = async (databaseUrl: string) =>
  run('start', {
    DATABASE_URL: databaseUrl,
    LANGAR_FOLDER: join(folder, 'langar'),
    PORT: String(await freePort()),
  })
const past = refusal('The wall does not stand before ')

test('not when its role may pass the wall', async () => {
  const administrator = await superuserUrl()
  await ask(administrator, 'alter role langar_app bypassrls')
  const ended = await start(url)
  await ask(administrator, 'alter role langar_app nobypassrls')
  expect(ended).toEqual(past)
})

test('not when the address makes it the owner', async () => {
  expect(await start(`${url}?options=${encodeURIComponent('-c role=langar')}`)).toEqual(past)
})

test('not when any table has been taken from behind the wall', async () => {
  await ask(url, 'alter table slips disable row level security')
  const ended = await start(url)
  await ask(url, 'alter table slips enable row level security')
  expect(ended).toEqual(refusal('The wall does not stand before slips: '))
})

async function superuserUrl(): Promise<string> {
  const server = JSON.parse(await readFile(join(folder, 'postgres/server.json'), 'utf8'))
  return `postgresql://postgres:${server.superuserPassword}@127.0.0.1:${server.port}/postgres`
}
