import { database, sql } from '#lib/core/database.ts'
import { StopReason } from '#lib/core/stop-reason.ts'
import { reading, transaction, type Tx } from '#lib/core/transaction.ts'
import type { Viewer } from './viewer.ts'

/** At start: as the owner, a superuser or with BYPASSRLS there would silently be no wall, nor before a table whose row
 *  security is switched off. */
export async function wallStands(): Promise<void> {
  const [open] = await database().$queryRaw<{ name: string }[]>`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
      and has_table_privilege(oid, 'select') and not row_security_active(oid)
    order by 1 limit 1`
  if (open)
    throw new StopReason(
      `The wall does not stand before ${open.name}: take the options out of DATABASE_URL, and let the administrator type «alter role langar_app nosuperuser nobypassrls;» and «alter table ${open.name} enable row level security;».`,
    )
}

/** One transaction behind the wall, its first statement the viewer. PostgreSQL shows it only what this viewer may
 *  see; what it throws rolls back whatever was written. */
export async function asViewer<T>(viewer: Wall, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transaction(become(viewer), work)
}

/** The same for a question, which writes nothing. */
export async function seenBy<T>(viewer: Wall, work: (tx: Tx) => Promise<T>): Promise<T> {
  return reading(become(viewer), work)
}

const become = ({ person, audiences, writeAudiences }: Wall) => sql`
  select view_as(${person}::uuid, ${nobody}::uuid,
    ${inBraces(audiences.map(({ id }) => id))}::text, ${inBraces(writeAudiences)}::text)`

/** A list of ids as PostgreSQL writes it. */
const inBraces = (ids: readonly string[]) => `{${ids.join(',')}}`

/** Of a viewer the wall knows this alone. */
type Wall = Pick<Viewer, 'person' | 'audiences' | 'writeAudiences'>

/** Stands for no person and no post. */
export const nobody = '00000000-0000-0000-0000-000000000000'

/** Who has not signed in: sees what was published, writes nothing. */
export async function publicViewer(): Promise<Viewer> {
  const published = await database().$queryRaw<{ id: string }[]>`
    select unnest(public_audiences())::text as id`
  const audiences = published.map(({ id }) => ({ id, partnership: null, head: null }))
  const reach = { audiences, writeAudiences: [] }
  return { person: nobody, name: '', country: nobody, side: '', held: [], ...reach }
}
