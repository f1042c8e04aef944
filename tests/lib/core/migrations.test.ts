import { randomUUID } from 'node:crypto'
import { cp, mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { expect, test, vi } from 'vitest'
import { applyMigrations, printDiff } from '#lib/core/migrations.ts'
import { ask, folderForFile, newDatabaseOn, serverIn } from '#tests/own-server.ts'

const folder = folderForFile()
const real = join(import.meta.dirname, '../../../prisma/migrations')

test('the real migrations are applied once, also by two at the same time', async () => {
  const ownerUrl = await newDatabaseOn(await serverIn(folder))
  const applied = await Promise.all([applyMigrations(ownerUrl, real), applyMigrations(ownerUrl, real)])
  expect(applied.map((names) => names.length > 0).sort()).toEqual([false, true])
  expect(await applyMigrations(ownerUrl, real)).toEqual([])
  const [kept] = await ask<{ count: string }>(ownerUrl, 'select count(*) from _prisma_migrations')
  expect(Number(kept?.count)).toBe(applied.flat().length)
})

test('a migration that was cut off leaves nothing behind and is applied again', async () => {
  const ownerUrl = await newDatabaseOn(await serverIn(folder))
  const migrations = await migrationsOf({
    '1_half': 'create table half (); select pg_advisory_lock(7); select pg_advisory_unlock(7);',
  })
  const holder = new pg.Client({ connectionString: ownerUrl })
  await holder.connect()
  await holder.query('select pg_advisory_lock(7)')
  const cutOff = expect(applyMigrations(ownerUrl, migrations)).rejects.toThrow('1_half failed')
  await vi.waitFor(async () => {
    const ended = await holder.query(
      `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and objid = 7 and not granted
         and database = (select oid from pg_database where datname = current_database())`,
    )
    expect(ended.rowCount).toBe(1)
  }, 30_000)
  await cutOff
  await holder.end()

  expect(await ask(ownerUrl, `select to_regclass('half') as half`)).toEqual([{ half: null }])
  expect(await applyMigrations(ownerUrl, migrations)).toEqual(['1_half'])
  expect(await ask(ownerUrl, `select to_regclass('half')::text as half`)).toEqual([{ half: 'half' }])
  expect(await applyMigrations(ownerUrl, migrations)).toEqual([])
})

test('a migration that fails is named, and what the server said; mended, it is applied', async () => {
  const ownerUrl = await newDatabaseOn(await serverIn(folder))
  const migrations = await migrationsOf({ '1_good': 'create table good ()', '2_bad': 'selec 1' })
  await expect(applyMigrations(ownerUrl, migrations)).rejects.toThrow(
    'The migration 2_bad failed, and nothing of it was kept. syntax error at or near "selec"',
  )
  const mended = await migrationsOf({ '1_good': 'create table good ()', '2_bad': 'select 1' })
  expect(await applyMigrations(ownerUrl, mended)).toEqual(['2_bad'])
})

test('each real migration is applied to a database that those before it made, by another session', async () => {
  const ownerUrl = await newDatabaseOn(await serverIn(folder))
  const growing = await migrationsOf({})
  for (const name of (await readdir(real)).filter((one) => /^[0-9]/.test(one)).toSorted()) {
    await cp(join(real, name), join(growing, name), { recursive: true })
    expect(await applyMigrations(ownerUrl, growing)).toEqual([name])
  }
})

test('a database of another history is left alone', async () => {
  const ownerUrl = await newDatabaseOn(await serverIn(folder))
  await applyMigrations(ownerUrl, await migrationsOf({ '1_one': 'select 1', '2_two': 'select 2' }))
  await expect(applyMigrations(ownerUrl, await migrationsOf({ '1_one': 'select 1' }))).rejects.toThrow(
    'made by a newer Langar (2_two)',
  )
  await expect(
    applyMigrations(ownerUrl, await migrationsOf({ '1_one': 'select 1', '2_two': 'select 3' })),
  ).rejects.toThrow('2_two is not the one that this database was made with')
})

test('the SQL between two states of the models', async () => {
  const before = models('id Int @id')
  expect(await printDiff([], before)).toContain('CREATE TABLE "boats"')
  expect(await printDiff(before, models('id Int @id\n  name String?'))).toContain(
    'ADD COLUMN     "name" TEXT',
  )
})

async function migrationsOf(scripts: Record<string, string>): Promise<string> {
  const migrations = join(folder, randomUUID())
  await mkdir(migrations, { recursive: true })
  await cp(join(real, 'migration_lock.toml'), join(migrations, 'migration_lock.toml'))
  for (const [name, script] of Object.entries(scripts)) {
    await mkdir(join(migrations, name))
    await writeFile(join(migrations, name, 'migration.sql'), script)
  }
  return migrations
}

function models(fields: string) {
  const source = 'datasource db {\n  provider = "postgresql"\n}\n'
  return [{ path: 'boats.prisma', content: `${source}model Boat {\n  ${fields}\n  @@map("boats")\n}\n` }]
}
