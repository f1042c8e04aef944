import type { Sql } from '#lib/core/database.ts'
import type { Tx } from '#lib/core/transaction.ts'

/** Ids by code of the countries that are not archived: to such alone something new may belong. Locked, so that none of them is
 *  archived until the transaction ends. */
export async function openCountries(tx: Tx, condition: Sql): Promise<Map<string, string>> {
  const found = await tx.$queryRaw<{ code: string; id: string }[]>`
    select code, id::text from countries where ${condition} and archived_at is null for share`
  return new Map(found.map(({ code, id }) => [code, id]))
}
