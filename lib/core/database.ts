import { PrismaPg } from '@prisma/adapter-pg'
import { Prisma, PrismaClient } from './generated/prisma/client.ts'

/** One transaction of the database, with Prisma's tables and `$queryRaw`. */
export type Tx = Prisma.TransactionClient

/** SQL with bound parameters, to be put together: `sql`, and `none` where a part is left out. */
export const sql = Prisma.sql
export const none = Prisma.empty
export type Sql = Prisma.Sql

/** A part of a statement that is there only when the value is given. */
export function given<T>(value: T | null | undefined, part: (value: T) => Sql): Sql {
  return value === undefined || value === null ? none : part(value)
}

/** The application's connections: as langar_app, which owns nothing and cannot pass the wall. One pool a process,
 *  kept when the code is reloaded. */
export function database(): PrismaClient {
  pool.langarDatabase ??= new PrismaClient({
    adapter: new PrismaPg({
      connectionString: process.env.DATABASE_URL,
      options: '-c role=langar_app',
      max: 16,
      connectionTimeoutMillis: 10_000,
    }),
  })
  return pool.langarDatabase
}

const pool: { langarDatabase?: PrismaClient } & typeof globalThis = globalThis
