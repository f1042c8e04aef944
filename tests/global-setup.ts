import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { openEmbeddedDatabase } from '#lib/core/embedded-database.ts'
import { applyMigrations } from '#lib/core/migrations.ts'
import { commandOf } from '#lib/core/programs.ts'
import { makeFolder } from '#lib/core/settings.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Of the role langar, which owns the database `empty` and whatever is copied from it. */
    ownerUrl: string
  }
}

const root = join(import.meta.dirname, '..')

/** One PostgreSQL for the run, with a database `empty` that has the migrations; tests/database.ts copies it. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const langar = makeFolder(join(root, '.langar'))
  await sweep(langar)
  const folder = makeFolder(join(langar, `test-${process.pid}-${randomUUID()}`))
  const database = await openEmbeddedDatabase(folder, () => {})
  await migrate(database.ownerUrl)
  project.provide('ownerUrl', database.ownerUrl)
  return async () => {
    await database.remove()
    await rm(folder, { recursive: true })
  }
}

/** What a run that was killed has left. */
async function sweep(langar: string): Promise<void> {
  for (const name of await readdir(langar)) {
    const pid = Number(/^test-(\d+)-/.exec(name)?.[1] ?? process.pid)
    if (pid === process.pid || (await commandOf(pid))) continue
    for (const folder of [join(langar, name), join(langar, name, 'own')]) {
      if (!existsSync(join(folder, 'postgres'))) continue
      const left = await openEmbeddedDatabase(folder, () => {}).catch(() => undefined)
      await left?.remove()
    }
    await rm(join(langar, name), { recursive: true, force: true })
  }
}

async function migrate(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  await client.query('create database empty')
  await client.end()
  const empty = new URL(ownerUrl)
  empty.pathname = '/empty'
  await applyMigrations(empty.href, join(root, 'prisma/migrations'))
}
