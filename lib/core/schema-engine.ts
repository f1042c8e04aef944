import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'

type Work<T> = (engine: bindings.SchemaEngine) => Promise<T>

/**
 * Prisma's own schema engine, as WebAssembly, at work on the database behind `url`: `prisma migrate` would download a
 * binary from a host that a ministry's firewall does not let through.
 */
export async function withSchemaEngine<T>(url: string, work: Work<T>): Promise<T> {
  const pool = new pg.Pool({ connectionString: url, max: 1 })
  pool.on('error', () => {}) // the statement that meets it says so itself
  try {
    return await withEngineOver(wholeScripts(pool), work)
  } finally {
    await pool.end()
  }
}

/** The same engine without a database: it can compare models, and fails at anything else. */
export function withSchemaEngineOnPaper<T>(work: Work<T>): Promise<T> {
  return withEngineOver(paper, work)
}

async function withEngineOver<T>(database: SqlMigrationAwareDriverAdapterFactory, work: Work<T>): Promise<T> {
  await instantiated()
  const adapter = bindMigrationAwareSqlAdapterFactory(database)
  const engine = await bindings.SchemaEngine.new({ datamodels: undefined }, () => {}, adapter)
  try {
    return await work(engine)
  } catch (error) {
    throw adapter.errorRegistry.consumeError(numberIn(error))?.error ?? error
  } finally {
    engine.free()
  }
}

/** The engine hands back an error of the database as a number. */
function numberIn(error: unknown): number {
  return Number(/External error id#(\d+)/.exec(String(error))?.[1] ?? -1)
}

let instantiation: Promise<void> | undefined

function instantiated(): Promise<void> {
  instantiation ??= instantiate()
  return instantiation
}

/** By hand: importing `.wasm` is still experimental in Node, which says so at every start. */
async function instantiate(): Promise<void> {
  const file = createRequire(import.meta.url)
    .resolve('@prisma/schema-engine-wasm/schema_engine_bg')
    .replace(/\.js$/, '.wasm')
  const imports = { './schema_engine_bg.js': { ...bindings } }
  const { instance } = await WebAssembly.instantiate(await readFile(file), imports)
  bindings.__wbg_set_wasm(instance.exports)
  const start = instance.exports.__wbindgen_start
  if (typeof start !== 'function') throw new Error(`${file} is not Prisma's schema engine`)
  start()
}

/**
 * Prisma 7.10 cuts a script at each semicolon, those inside functions and comments too, and sends the pieces one by
 * one. Sent whole, it is one implicit transaction.
 */
function wholeScripts(pool: pg.Pool): SqlMigrationAwareDriverAdapterFactory {
  const prisma = new PrismaPg(pool)
  return {
    provider: prisma.provider,
    adapterName: prisma.adapterName,
    connectToShadowDb: () => prisma.connectToShadowDb(),
    connect: async () => {
      const connection = await prisma.connect()
      connection.executeScript = async (script) => void (await pool.query(script))
      return connection
    },
  }
}

const nothing = () => Promise.reject(new Error('There is no database behind this engine'))

const paperConnection: SqlDriverAdapter = {
  provider: 'postgres',
  adapterName: 'paper',
  // The engine asks at once whether the schema exists, and for the version: a boolean, a text, an int32.
  queryRaw: () =>
    Promise.resolve({
      columnNames: ['exists', 'version', 'numeric_version'],
      columnTypes: [5, 7, 0],
      rows: [[true, 'PostgreSQL 18.0', 180_000]],
    }),
  executeRaw: nothing,
  executeScript: nothing,
  startTransaction: nothing,
  getConnectionInfo: () => ({ schemaName: 'public', supportsRelationJoins: true }),
  dispose: () => Promise.resolve(),
}

const paper: SqlMigrationAwareDriverAdapterFactory = {
  provider: 'postgres',
  adapterName: 'paper',
  connect: () => Promise.resolve(paperConnection),
  connectToShadowDb: nothing,
}
