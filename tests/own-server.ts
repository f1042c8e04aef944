import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll } from 'vitest'
import { openEmbeddedDatabase, type EmbeddedDatabase } from '#lib/core/embedded-database.ts'
import { makeFolder } from '#lib/core/settings.ts'

/** For the tests of a file that need a PostgreSQL of their own: a folder, gone when they have ended. */
export function folderForFile(): string {
  const folder = makeFolder(
    join(import.meta.dirname, '../.langar', `test-${process.pid}-${randomUUID()}`, 'own'),
  )
  afterAll(async () => {
    const server = await openEmbeddedDatabase(folder, () => {})
    await server.remove()
    await rm(join(folder, '..'), { recursive: true })
  })
  return folder
}

/** The server in such a folder: started, or taken over from an earlier test. */
export function serverIn(folder: string): Promise<EmbeddedDatabase> {
  return openEmbeddedDatabase(folder, () => {})
}

/** The owner's address of a new, empty database on it. */
export async function newDatabaseOn({ ownerUrl }: EmbeddedDatabase): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await ask(ownerUrl, `create database ${name}`)
  return urlOf(name, ownerUrl)
}

/** One statement on a connection of its own, which has ended when the answer comes. */
export async function ask<T extends pg.QueryResultRow>(url: string, statement: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<T>(statement)).rows
  } finally {
    await client.end()
  }
}

export function urlOf(database: string, ownerUrl: string): string {
  const url = new URL(ownerUrl)
  url.pathname = `/${database}`
  return url.href
}
