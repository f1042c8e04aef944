import { type GivenRole, mayGiveAll, sideAdmin } from '#lib/access/roles.ts'
import type { Held, Viewer } from '#lib/access/viewer.ts'
import { none, type Sql, sql } from '#lib/core/database.ts'
import type { Tx } from '#lib/core/transaction.ts'
import type { PlainDate } from '#lib/rules/due-date.ts'
import type { Texts } from '#lib/rules/texts.ts'

/** A post of the viewer's country, with what decides about what he may do with it. Ids are UUIDs. */
export type SeenPost = {
  id: string
  version: string
  title: Texts
  organisation: string
  isOrganisationArchived: boolean
  roles: GivenRole[]
  /** The appointment that has no end yet. */
  holder: { appointment: string; person: string; from: PlainDate } | null
  /** The last day on which somebody holds it, today or later: `infinity` when no end is set; null: nobody does. */
  lastOn: PlainDate | 'infinity' | null
  /** Does the viewer hold it, today or later? */
  isOwn: boolean
}

/** Locked until the transaction ends, its organisation for whoever would archive it. Posts are common, so that of another country is left out here. */
export const postSeenBy = (tx: Tx, viewer: Viewer, post: string) =>
  postWhere(tx, viewer, sql`po.id = ${post}::uuid and po.archived_at is null`, locked)

/** … of those that were put away. */
export const archivedPost = (tx: Tx, viewer: Viewer, post: string) =>
  postWhere(tx, viewer, sql`po.id = ${post}::uuid and po.archived_at is not null`, locked)

/** For a page, which keeps nobody from anything. */
export const postLookedAt = (tx: Tx, viewer: Viewer, post: string) =>
  postWhere(tx, viewer, sql`po.id = ${post}::uuid and po.archived_at is null`, none)

const locked = sql`for no key update of po for share of o`

async function postWhere(tx: Tx, viewer: Viewer, condition: Sql, lock: Sql): Promise<SeenPost | undefined> {
  const [seen] = await tx.$queryRaw<SeenPost[]>`
    select po.id::text, po.version::text, po.title, o.code as organisation,
      o.archived_at is not null as "isOrganisationArchived",
      coalesce((select json_agg(json_build_object('role', g.role, 'partnership', g.partnership_id))
        from grants g where g.post_id = po.id and g.ended_at is null), '[]') as roles,
      (select json_build_object('appointment', a.id, 'person', a.person_id, 'from', a.from_on)
        from appointments a where a.post_id = po.id and a.to_on is null order by a.from_on desc limit 1) as holder,
      held."lastOn"::text, held."isOwn"
    from posts po join organisations o on o.id = po.organisation_id cross join lateral (
      select max(coalesce(a.to_on, 'infinity')) as "lastOn",
        coalesce(bool_or(a.person_id = ${viewer.person}::uuid), false) as "isOwn"
      from appointments a
      where a.post_id = po.id and coalesce(a.to_on, 'infinity') >= (now() at time zone 'UTC')::date) held
    where ${condition} and po.country_id = ${viewer.country}::uuid ${lock}`
  return seen
}

/** May the viewer say who holds it? Whoever fills a post gives its roles. */
export const mayFill = (viewer: Viewer, { roles }: SeenPost) => mayGiveAll(viewer, roles)

export const fillerOf = (viewer: Viewer, post: SeenPost): Held | undefined =>
  mayFill(viewer, post) ? sideAdmin(viewer) : undefined

export const restsOnPost = ({ version, id }: SeenPost) => ({ version, recordId: id })

export type PostNow = { id: string; organisation: string; version: string }

export async function postNow(tx: Tx, id: string): Promise<PostNow | undefined> {
  const [post] = await tx.$queryRaw<PostNow[]>`
    select po.id::text, o.code as organisation, po.version::text
    from posts po join organisations o on o.id = po.organisation_id where po.id = ${id}::uuid`
  return post
}

export const pageOfPost =
  (done: string) =>
  ({ id }: PostNow) =>
    `/admin/posts/${id}?done=${done}`
