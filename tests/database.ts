import { setTimeout } from 'node:timers/promises'
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { seed } from '../prisma/seed/seed.ts'

export type TestDatabase = {
  /** Of the owner, who is past the wall. The application's pool adds `-c role=langar_app` itself. */
  ownerUrl: string
  /** Deletes the database, whoever is connected; the run's end deletes what nobody has. */
  drop(): Promise<void>
}

/** A database of its own with the migrations and nothing else. */
export function testDatabase(): Promise<TestDatabase> {
  return copyOf('empty')
}

/** A database of its own with the real programme; the first that asks loads it, the others copy. */
export async function seededDatabase(): Promise<TestDatabase> {
  await asOwner(seedOnce)
  return copyOf('seeded')
}

async function copyOf(template: 'empty' | 'seeded'): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await asOwner(async (client) => {
    await client.query(`create database ${name} template ${template}`)
    await client.query(`revoke all on database ${name} from public`) // of the migrations, this alone is not copied
  })
  return {
    ownerUrl: urlOf(name),
    drop: () => asOwner((client) => dropDatabase(client, name)),
  }
}

/** The server's own vacuum may be at work in it, and only a superuser may end that: it ends by itself. */
async function dropDatabase(client: pg.Client, name: string, attempts = 50): Promise<void> {
  try {
    await client.query(`drop database ${name} with (force)`)
  } catch (error) {
    if (attempts === 1 || !/permission denied to terminate/.test(String(error))) throw error
    await setTimeout(200)
    await dropDatabase(client, name, attempts - 1)
  }
}

/** Under a lock, for the workers ask at the same time; renamed when whole, so that nobody copies half of it. */
async function seedOnce(client: pg.Client): Promise<void> {
  await client.query('select pg_advisory_lock(1)')
  const { rowCount } = await client.query(`select from pg_database where datname = 'seeded'`)
  if (rowCount === 1) return
  await client.query('drop database if exists seeding')
  await client.query('create database seeding template empty')
  await seed(urlOf('seeding'), () => {}, { demo: true })
  await client.query('alter database seeding rename to seeded')
}

async function asOwner<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: inject('ownerUrl') })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

function urlOf(name: string): string {
  const url = new URL(inject('ownerUrl'))
  url.pathname = `/${name}`
  return url.href
}
