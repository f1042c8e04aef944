import { sideAdmin } from '#lib/access/roles.ts'
import type { Held, Viewer } from '#lib/access/viewer.ts'
import { type Sql, sql } from '#lib/core/database.ts'
import type { Tx } from '#lib/core/transaction.ts'
import type { Texts } from '#lib/rules/texts.ts'

/** An organisation as a command needs it. Ids are UUIDs. */
export type SeenOrganisation = {
  id: string
  code: string
  version: string
  name: Texts
  /** Its country and, of a joint venture, the other one. */
  countries: string[]
}

/** Locked until the transaction ends; undefined when there is none. */
export const organisationToChange = (tx: Tx, code: string) =>
  organisationWhere(tx, sql`o.code = ${code} and o.archived_at is null`)

/** … of those that were put away. */
export const archivedOrganisation = (tx: Tx, code: string) =>
  organisationWhere(tx, sql`o.code = ${code} and o.archived_at is not null`)

async function organisationWhere(tx: Tx, condition: Sql): Promise<SeenOrganisation | undefined> {
  const [organisation] = await tx.$queryRaw<SeenOrganisation[]>`
    select o.id::text, o.code, o.version::text, o.name,
      array_remove(array[o.country_id, o.joint_country_id], null)::text[] as countries
    from organisations o where ${condition}
    for no key update of o`
  return organisation
}

/** Organisations are common, so the wall lets the admin of any side write them: but each country keeps its own, and what
 *  is joint either of the two. */
export function keeperOf(viewer: Viewer, { countries }: SeenOrganisation): Held | undefined {
  return countries.includes(viewer.country) ? sideAdmin(viewer) : undefined
}

export type OrganisationNow = { code: string; version: string }

export async function organisationNow(tx: Tx, code: string): Promise<OrganisationNow | undefined> {
  const [organisation] = await tx.$queryRaw<OrganisationNow[]>`
    select code, version::text from organisations where code = ${code}`
  return organisation
}
