import pg from 'pg'
import { z } from 'zod'
import { openEmbeddedDatabase } from './embedded-database.ts'
import type { EmbeddedDatabase } from './embedded-database.ts'
import { say } from './script.ts'
import { makeFolder } from './settings.ts'
import type { Settings } from './settings.ts'
import { StopReason } from './stop-reason.ts'

export type DatabaseServer = Pick<EmbeddedDatabase, 'ownerUrl' | 'keepRunning' | 'stop' | 'leave'>

/** The server of DATABASE_URL, or the embedded one; ready, and fit for Langar. */
export async function openDatabaseServer(settings: Settings): Promise<DatabaseServer> {
  if (settings.databaseUrl !== undefined) {
    say('Opening the database of DATABASE_URL …')
    await assertFit(settings.databaseUrl)
    return notOurs(settings.databaseUrl)
  }
  const database = await openEmbeddedDatabase(makeFolder(settings.folder), say)
  await assertFit(database.ownerUrl)
  return database
}

/** A server that somebody else starts and ends. */
function notOurs(ownerUrl: string): DatabaseServer {
  return { ownerUrl, keepRunning: () => {}, stop: () => Promise.resolve(), leave: () => Promise.resolve() }
}

/**
 * Asks the server behind `ownerUrl` whether Langar can live in it, and throws a StopReason that says what its
 * administrator has to do when not: PostgreSQL 15 to 18, UTF-8, an owner who may make the role langar_app or has it.
 */
export async function assertFit(ownerUrl: string): Promise<void> {
  const server = await ask(ownerUrl)
  if (server.version < 150_000 || server.version >= 190_000) {
    const major = Math.floor(server.version / 10_000)
    throw new StopReason(`DATABASE_URL leads to PostgreSQL ${major}, and Langar is made for 15 to 18.`)
  }
  if (server.encoding !== 'UTF8' || /^(C|POSIX)$/.test(server.letters)) {
    throw new StopReason(
      `The database ${server.database} has the encoding ${server.encoding} and the letters of "${server.letters}", which lose Cyrillic and Hangul: create it again with encoding 'UTF8' and locale 'C.UTF-8' (create database … template template0).`,
    )
  }
  if (!server.owns) {
    throw new StopReason(
      `The user ${server.user} of DATABASE_URL does not own the database: let the administrator type «alter database ${quoted(server.database)} owner to ${quoted(server.user)};».`,
    )
  }
  if (!server.mayBecome && !server.mayMake) {
    const how = server.version >= 160_000 ? ' with set true, inherit false' : ''
    const make = server.there ? '' : 'create role langar_app nologin; '
    throw new StopReason(
      `The user ${server.user} of DATABASE_URL may not make the role that keeps the wall: let the administrator type «${make}grant langar_app to ${quoted(server.user)}${how};».`,
    )
  }
}

const facts = z.object({
  version: z.number(),
  encoding: z.string(),
  letters: z.string(),
  database: z.string(),
  user: z.string(),
  owns: z.boolean(),
  there: z.boolean(),
  mayBecome: z.boolean(),
  mayMake: z.boolean(),
})

/** From 16 on CREATEROLE gives nobody a role that another has made; before, it does. */
const question = `
  select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding,
    d.datctype as letters, d.datname as database, u.rolname as user, pg_has_role(d.datdba, 'member') as owns,
    app.oid is not null as there,
    coalesce(pg_has_role(app.oid, case when current_setting('server_version_num')::int >= 160000
      then 'set' else 'member' end), false) as "mayBecome",
    u.rolsuper or coalesce(pg_has_role(app.oid, 'usage with grant option'), false)
      or u.rolcreaterole and (app.oid is null or current_setting('server_version_num')::int < 160000) as "mayMake"
  from pg_database d, pg_roles u left join pg_roles app on app.rolname = 'langar_app'
  where d.datname = current_database() and u.rolname = current_user`

async function ask(ownerUrl: string): Promise<z.infer<typeof facts>> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {}) // the question that meets it says so itself
  try {
    await client.connect()
  } catch (error) {
    const { host, port } = client
    throw new StopReason(
      `The database of DATABASE_URL at ${host}:${port} cannot be opened: ${reason(error)}.`,
    )
  }
  try {
    return facts.parse((await client.query(question)).rows[0])
  } finally {
    await client.end()
  }
}

/** Several addresses for one name are tried one after another, and each has its own error. */
function reason(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reason).join('; ')
  return error instanceof Error ? error.message : String(error)
}

function quoted(name: string): string {
  return pg.escapeIdentifier(name)
}
