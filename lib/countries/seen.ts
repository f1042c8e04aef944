import { type Sql, sql } from '#lib/core/database.ts'
import type { Tx } from '#lib/core/transaction.ts'
import type { Texts } from '#lib/rules/texts.ts'

/** A country as a command needs it. */
export type SeenCountry = {
  id: string
  code: string
  version: string
  name: Texts
  officialName: Texts
  capital: Texts
}

/** Locked until the transaction ends; countries are known to the whole installation. Undefined when it is archived, too. */
export const countrySeen = (tx: Tx, code: string) =>
  countryWhere(tx, sql`code = ${code} and archived_at is null`)

/** … of those that were put away. */
export const archivedCountry = (tx: Tx, code: string) =>
  countryWhere(tx, sql`code = ${code} and archived_at is not null`)

async function countryWhere(tx: Tx, condition: Sql): Promise<SeenCountry | undefined> {
  const [country] = await tx.$queryRaw<SeenCountry[]>`
    select id::text, code, coalesce(version, id)::text as version, name, official_name as "officialName", capital
    from countries where ${condition} for no key update`
  return country
}

export const restsOnCountry = ({ version, id }: SeenCountry) => ({ version, recordId: id })

/** As whoever made or changed it is told. */
export async function countryNow(
  tx: Tx,
  code: string,
): Promise<{ code: string; version: string } | undefined> {
  const [country] = await tx.$queryRaw<{ code: string; version: string }[]>`
    select code, coalesce(version, id)::text as version from countries where code = ${code}`
  return country
}
