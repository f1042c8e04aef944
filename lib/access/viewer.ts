import { connections } from '#lib/core/database.ts'
import type { SideCode } from '#lib/rules/milestone-status.ts'

export type Role = 'official' | 'staff' | 'observer' | 'inside_observer' | 'side_admin' | 'admin'

/** A role that hangs on a post which the viewer holds today. Ids are UUIDs. */
export type Held = { post: string; organisation: string; partnership: string | null; role: Role }

/** Who asks. `audiences` is what the wall lets through, `writeAudiences` what it lets be written. */
export type Viewer = {
  person: string
  name: string
  country: string
  side: SideCode
  held: Held[]
  audiences: string[]
  writeAudiences: string[]
  /** How far the ledger of each of `audiences` had come when he was recognised: while it has not moved on, he sees the same. */
  heads: string
}

/** The viewer whose session the token opens; nobody when it has ended. Asked at every request: so by a name. */
export async function viewerOf(token: string): Promise<Viewer | undefined> {
  const { rows } = await connections().query<Viewer>({
    name: 'viewer',
    text: `select person, name, country, side, held, audiences::text[], write_audiences::text[] as "writeAudiences", heads
      from viewer_of($1)`,
    values: [Buffer.from(token)],
  })
  return rows[0]
}
