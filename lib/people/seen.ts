import { type GivenRole, mayGiveAll, sideAdmin } from '#lib/access/roles.ts'
import type { Held, Viewer } from '#lib/access/viewer.ts'
import { none, type Sql, sql } from '#lib/core/database.ts'
import type { Tx } from '#lib/core/transaction.ts'

/** A person of the viewer's country, with what decides about what he may do for him. Ids are UUIDs. */
export type SeenPerson = {
  id: string
  version: string
  isDeactivated: boolean
  /** Of the posts that the person holds, today or later. */
  roles: (GivenRole & { isArchived: boolean })[]
}

/** Locked until the transaction ends. Another country's people are not there for the viewer. */
export const personSeenBy = (tx: Tx, viewer: Viewer, person: string) =>
  personOf(tx, viewer, person, sql`for no key update of p`)

/** For a page, which keeps nobody from anything. */
export const personLookedAt = (tx: Tx, viewer: Viewer, person: string) => personOf(tx, viewer, person, none)

async function personOf(tx: Tx, viewer: Viewer, person: string, lock: Sql): Promise<SeenPerson | undefined> {
  const [seen] = await tx.$queryRaw<SeenPerson[]>`
    select p.id::text, p.version::text, p.deactivated_at is not null as "isDeactivated",
      coalesce((select json_agg(json_build_object('role', g.role, 'partnership', g.partnership_id,
          'isArchived', pa.archived_at is not null))
        from appointments a join grants g on g.post_id = a.post_id and g.ended_at is null
        left join partnerships pa on pa.id = g.partnership_id
        where a.person_id = p.id and coalesce(a.to_on, 'infinity') >= (now() at time zone 'UTC')::date), '[]') as roles
    from people p where p.id = ${person}::uuid and p.country_id = ${viewer.country}::uuid ${lock}`
  return seen
}

/** The admin of a side looks after the people of his country; after one who has a role that he cannot give, only who can:
 *  else a link for the installation's admin would make him one. */
export function guardianOf(viewer: Viewer, { roles }: SeenPerson): Held | undefined {
  return mayGiveAll(viewer, roles) ? sideAdmin(viewer) : undefined
}

/** Who closes an account. A role in an archived partnership, which nobody can give or take before it is back, keeps nobody
 *  in who has to go. */
export function closerOf(viewer: Viewer, person: SeenPerson): Held | undefined {
  return guardianOf(viewer, { ...person, roles: person.roles.filter(({ isArchived }) => !isArchived) })
}

export const restsOnPerson = ({ version, id }: SeenPerson) => ({ version, recordId: id })

export type PersonNow = { id: string; version: string }

export async function personNow(tx: Tx, id: string): Promise<PersonNow | undefined> {
  const [person] = await tx.$queryRaw<PersonNow[]>`
    select id::text, version::text from people where id = ${id}::uuid`
  return person
}

export const pageOfPerson =
  (done: string) =>
  ({ id }: { id: string }) =>
    `/admin/people/${id}?done=${done}`
