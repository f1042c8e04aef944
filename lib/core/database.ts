import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { Prisma, PrismaClient } from './generated/prisma/client.ts'

/** SQL with bound parameters, to be put together: `sql`, and `none` where a part is left out. */
export const sql = Prisma.sql
export const none = Prisma.empty
export type Sql = Prisma.Sql

/** A part of a statement that is there only when the value is given. */
export function given<T>(value: T | null | undefined, part: (value: T) => Sql): Sql {
  return value === undefined || value === null ? none : part(value)
}

/** Every statement is answered in milliseconds: to compile it, to start further processes for it, or to plan anew for each of
 *  its values one that has a name, takes longer than it saves. */
export const asApplication =
  '-c role=langar_app -c jit=off -c max_parallel_workers_per_gather=0 -c plan_cache_mode=force_generic_plan'

/** The application's connections: as langar_app, which owns nothing and cannot pass the wall. One pool a process,
 *  kept when the code is reloaded. Statements are sent without waiting for the answer to the one before. */
export function connections(): pg.Pool {
  process_.langarConnections ??= new pg.Pool({
    connectionString: process.env.DATABASE_URL,
    options: asApplication,
    max: 16,
    connectionTimeoutMillis: 10_000,
    pipeline: true,
  })
    // Without these two, a server that dies takes this process with it; statements fail all the same.
    .on('error', () => {})
    .on('connect', (client) => client.on('error', () => {}))
  return process_.langarConnections
}

/** Prisma on those connections, for what stands outside the wall: signing in, the program's start and its upkeep. */
export function database(): PrismaClient {
  process_.langarDatabase ??= new PrismaClient({
    adapter: new PrismaPg(connections()),
  })
  return process_.langarDatabase
}

const process_: { langarConnections?: pg.Pool; langarDatabase?: PrismaClient } & typeof globalThis =
  globalThis
