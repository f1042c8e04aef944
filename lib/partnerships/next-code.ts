import { randomInt } from 'node:crypto'
import { type Sql, sql } from '#lib/core/database.ts'
import type { Tx } from '#lib/core/transaction.ts'
import { codeInSeries, codeLetters, codeOfSide } from '#lib/rules/codes.ts'

type Naming = { kind: 'public' | 'shared' | 'side'; side: string | null; other: string | null }

/** The next free code below `above`, for a record of this audience. What both sides see has a number of one series, archived
 *  records and the public ones included; `holdOthers` keeps everybody else from counting until the transaction ends, for
 *  two who counted at once would find the same. `taken`: SQL that gives the codes of the series. */
export async function nextCode(
  tx: Tx,
  {
    above,
    audienceId,
    taken,
    holdOthers,
  }: { above: string; audienceId: string; taken: Sql; holdOthers: Sql },
): Promise<string> {
  const [naming] = await tx.$queryRaw<Naming[]>`
    select a.kind, c.code as side,
      (select o.code from sides s join countries o on o.id = s.country_id
        where s.partnership_id = a.partnership_id and s.country_id <> a.country_id) as other
    from audiences a left join countries c on c.id = a.country_id where a.id = ${audienceId}::uuid`
  if (naming?.side && naming.other) return codeOfSide(above, naming.side, naming.other, randomEnding())
  await tx.$queryRaw(holdOthers)
  const [last] = await tx.$queryRaw<[{ number: number }]>`
    select coalesce(max(substring(code from ${above.length + 2}::int)::int), 0) as number
    from (${taken}) taken where code ~ ${`^${above}-[0-9]{1,6}$`}`
  return codeInSeries(above, last.number + 1)
}

/** Four of 32 letters: a million endings below every initiative and every direction of a side. */
function randomEnding(): string {
  return Array.from({ length: 4 }, () => codeLetters[randomInt(codeLetters.length)]).join('')
}

/** Those of what both sides see. A side's own, which the other does not see, must never move its number. */
export const ofBothSides = sql`exists (select from audiences au where au.id = audience_id and au.kind <> 'side')`
