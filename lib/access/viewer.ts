import { connections } from '#lib/core/database.ts'
import type { SideCode } from '#lib/rules/milestone-status.ts'

export type Role = 'official' | 'staff' | 'observer' | 'inside_observer' | 'side_admin' | 'admin'

/** A role that hangs on a post which the viewer holds today. Ids are UUIDs. */
export type Held = { post: string; organisation: string; partnership: string | null; role: Role }

/** What the wall lets through: the audience's id, the code of the partnership that it belongs to (null: none), and how far
 *  its ledger had come when the viewer was recognised (null: nobody asked). While it has not moved on, he sees the same. */
export type Audience = { id: string; partnership: string | null; head: string | null }

/** Who asks. `writeAudiences` is what the wall lets be written. */
export type Viewer = {
  person: string
  name: string
  country: string
  side: SideCode
  held: Held[]
  audiences: Audience[]
  writeAudiences: string[]
}

/** The viewer whose session the token opens; nobody when it has ended. Asked at every request: so by a name. */
export async function viewerOf(token: string): Promise<Viewer | undefined> {
  const { rows } = await connections().query<Omit<Viewer, 'audiences'> & { audiences: string }>({
    name: 'viewer',
    text: `select person, name, country, side, held, audiences, write_audiences::text[] as "writeAudiences"
      from viewer_of($1)`,
    values: [Buffer.from(token)],
  })
  const [found] = rows
  return found && { ...found, audiences: found.audiences.split(',').map(toAudience) }
}

/** `id head partnership` */
function toAudience(told: string): Audience {
  const [id = '', head = '', partnership = ''] = told.split(' ')
  return { id, head, partnership: partnership || null }
}

/** Codes of the partnerships in which he holds something. What is public of one bears its UUID. */
export function heldIn({ held, audiences }: Viewer): string[] {
  const ids = new Set(held.map(({ partnership }) => partnership))
  return audiences.flatMap(({ id, partnership }) => (ids.has(id) ? (partnership ?? []) : []))
}

/** The same viewer, who looks into these partnerships alone: what belongs to others the wall lets through no more, so that
 *  it has less to compare each row with. */
export function lookingInto(partnerships: readonly string[], viewer: Viewer): Viewer {
  const audiences = viewer.audiences.filter(
    ({ partnership }) => partnership === null || partnerships.includes(partnership),
  )
  const writeAudiences = viewer.writeAudiences.filter((id) => audiences.some((one) => one.id === id))
  return { ...viewer, audiences, writeAudiences }
}
