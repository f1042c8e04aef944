import { createHash } from 'node:crypto'
import { glob, readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type {
  DiagnoseMigrationHistoryOutput,
  MigrationList,
} from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'
import { fullDisk, isFullDisk, StopReason } from './stop-reason.ts'

/**
 * Applies what is missing of prisma/migrations, as their owner, and returns its names. The table `_prisma_migrations`
 * is Prisma's own, so `npx prisma migrate` can go on from here. Two callers at once wait for each other.
 */
export async function applyMigrations(ownerUrl: string, folder: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => {}) // a statement that meets it says so itself
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(hashtext($1))', ['langar migrations'])
    const migrations = await migrationsIn(folder)
    if (await areApplied(client, migrations)) return []
    return await applyMissing(ownerUrl, migrations).catch(async (error: unknown) => {
      if (error instanceof StopReason) throw error
      if (isFullDisk(error)) throw new StopReason(fullDisk)
      throw new StopReason(`${await halfDone(client)} failed, and nothing of it was kept. ${said(error)}`)
    })
  } finally {
    await client.end()
  }
}

/** For scripts that look into a database and do not make it. */
export async function assertMigrated(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query(`select where to_regclass('public.events') is not null`)
  if (rowCount === 0)
    throw new StopReason('There is no Langar in this database yet: type npm start, or npm run migrate.')
}

async function migrationsIn(folder: string): Promise<MigrationList> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  const lockfile = 'migration_lock.toml'
  return {
    baseDir: folder,
    lockfile: { path: lockfile, content: await readFile(join(folder, lockfile), 'utf8') },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(
      names.sort().map(async (path) => {
        const value = await readFile(join(folder, path, 'migration.sql'), 'utf8')
        return { path, migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value } } }
      }),
    ),
  }
}

/** Exactly these, each finished, each made of what is in its file now? Prisma's engine would come to the same answer, and
 *  takes longer to load than the rest of a start together. */
async function areApplied(client: pg.Client, { migrationDirectories }: MigrationList): Promise<boolean> {
  const { rows: known } = await client.query<{ there: boolean }>(
    `select to_regclass('_prisma_migrations') is not null as there`,
  )
  if (!known[0]?.there) return false
  const { rows } = await client.query<{ name: string; checksum: string; finished: boolean }>(
    `select migration_name as name, checksum, finished_at is not null as finished from _prisma_migrations
     where rolled_back_at is null order by migration_name collate "C"`,
  )
  const applied = rows.map(({ name, checksum, finished }) => `${name} ${checksum} ${finished}`)
  const wanted = migrationDirectories.map(({ path, migrationFile: { content } }) =>
    content.tag === 'ok' ? `${path} ${createHash('sha256').update(content.value).digest('hex')} true` : path,
  )
  return applied.join('\n') === wanted.join('\n')
}

async function applyMissing(ownerUrl: string, migrationsList: MigrationList): Promise<string[]> {
  const { withSchemaEngine } = await import('./schema-engine.ts')
  return withSchemaEngine(ownerUrl, async (engine) => {
    const how = { migrationsList, filters: everything }
    const found = await engine.diagnoseMigrationHistory({ ...how, optInToShadowDatabase: false })
    refuseForeignHistory(found)
    // A script is one message to the server and therefore one transaction: what was cut off has left nothing behind.
    for (const migrationName of found.failedMigrationNames)
      await engine.markMigrationRolledBack({ migrationName })
    return (await engine.applyMigrations(how)).appliedMigrationNames
  })
}

function refuseForeignHistory({
  history,
  editedMigrationNames,
  failedMigrationNames,
}: DiagnoseMigrationHistoryOutput): void {
  const unknown = history && 'unpersistedMigrationNames' in history ? history.unpersistedMigrationNames : []
  if (unknown.length > 0) {
    throw new StopReason(
      `The database was made by a newer Langar (${unknown.at(-1)}): start that version, or a newer one.`,
    )
  }
  const edited = editedMigrationNames.find((name) => !failedMigrationNames.includes(name))
  if (edited !== undefined) {
    throw new StopReason(
      `The migration ${edited} is not the one that this database was made with: put the file back as it was, or begin with an empty database.`,
    )
  }
}

async function halfDone(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    'select migration_name as name from _prisma_migrations where finished_at is null and rolled_back_at is null',
  )
  return `The migration ${rows[0]?.name ?? ''}`
}

/** What the engine says goes over many lines, the last of them for its authors. */
function said(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return (
    message
      .split(/\n\s+\d+: /)[0]
      ?.replace(/\s*\n\s*/g, ' ')
      .trim() ?? message
  )
}

/** Files of Prisma models. */
export type Models = { path: string; content: string }[]

export async function modelsIn(folder: string): Promise<Models> {
  const files = await Array.fromAsync(glob(join(folder, '*.prisma')))
  return Promise.all(
    files.sort().map(async (file) => ({ path: basename(file), content: await readFile(file, 'utf8') })),
  )
}

/** The SQL that leads from one state of the models to another; from none, that which creates them all. */
export async function printDiff(from: Models, to: Models): Promise<string> {
  const { withSchemaEngineOnPaper } = await import('./schema-engine.ts')
  return withSchemaEngineOnPaper(async (engine) => {
    const { stdout } = await engine.diff({
      from: { tag: 'schemaDatamodel', files: from.length === 0 ? noModels : from },
      to: { tag: 'schemaDatamodel', files: to },
      script: true,
      exitCode: null,
      filters: everything,
    })
    return stdout ?? ''
  })
}

const noModels: Models = [{ path: 'none.prisma', content: 'datasource db {\n  provider = "postgresql"\n}\n' }]
const everything = { externalTables: [], externalEnums: [] }
