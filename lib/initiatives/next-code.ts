import { sql } from '#lib/core/database.ts'
import type { Tx } from '#lib/core/transaction.ts'
import { nextCode, ofBothSides } from '#lib/partnerships/next-code.ts'

/** The code of a new initiative, or of one that is released into another audience: `UZ-KR-SC-04`, a side's own
 *  `UZ-KR-SC-U-K7QX`. Ids are UUIDs. */
export async function nextInitiativeCode(
  tx: Tx,
  { directionId, audienceId }: { directionId: string; audienceId: string },
): Promise<string> {
  const [direction] = await tx.$queryRaw<[{ code: string }]>`
    select p.code || '-' || d.code as code from directions d join partnerships p on p.id = d.partnership_id
    where d.id = ${directionId}::uuid`
  return nextCode(tx, {
    above: direction.code,
    audienceId,
    taken: sql`select code from initiatives where direction_id = ${directionId}::uuid and ${ofBothSides}`,
    holdOthers: sql`select from directions where id = ${directionId}::uuid for no key update`,
  })
}
