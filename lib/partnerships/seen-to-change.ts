import { type Sql, sql } from '#lib/core/database.ts'
import type { Tx } from '#lib/core/transaction.ts'
import type { Texts } from '#lib/rules/texts.ts'

/** A partnership as a command needs it. */
export type PartnershipToChange = {
  id: string
  code: string
  version: string
  title: Texts
  programme: Texts
  /** In the order of its title. */
  sides: { id: string; country: string; countryId: string }[]
}

/** Locked until the transaction ends; undefined when it is not there for this viewer, or was put away. */
export const partnershipToChange = (tx: Tx, code: string) => locked(tx, code, sql`p.archived_at is null`)

/** The same of one that was put away. */
export const archivedPartnership = (tx: Tx, code: string) => locked(tx, code, sql`p.archived_at is not null`)

async function locked(tx: Tx, code: string, standing: Sql): Promise<PartnershipToChange | undefined> {
  const [partnership] = await tx.$queryRaw<PartnershipToChange[]>`
    select p.id::text, p.code, p.version::text, p.title, p.programme,
      (select json_agg(json_build_object('id', s.id, 'country', c.code, 'countryId', c.id) order by s.position)
        from sides s join countries c on c.id = s.country_id where s.partnership_id = p.id) as sides
    from partnerships p where p.code = ${code} and ${standing} for no key update of p`
  return partnership
}

export const restsOnPartnership = ({ version, id }: PartnershipToChange) => ({ version, recordId: id })

/** As whoever made or changed it is told. */
export async function partnershipNow(
  tx: Tx,
  code: string,
): Promise<{ code: string; version: string } | undefined> {
  const [partnership] = await tx.$queryRaw<{ code: string; version: string }[]>`
    select code, version::text from partnerships where code = ${code}`
  return partnership
}
