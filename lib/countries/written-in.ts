import type { Tx } from '#lib/core/transaction.ts'
import { languages } from '#lib/format/language.ts'

/** The languages, by BCP 47, in which a country's organisations and posts have their names: its own first, in the first of
 *  which a new name in several is authentic; then those of the interface. */
export async function writtenIn(tx: Tx, country: string): Promise<[string, ...string[]]> {
  const [found] = await tx.$queryRaw<{ languages: string[] }[]>`
    select languages from countries where id = ${country}::uuid`
  const [first = 'en', ...others] = new Set([...(found?.languages ?? []), ...languages])
  return [first, ...others]
}
