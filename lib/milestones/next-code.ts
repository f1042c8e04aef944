import { sql } from '#lib/core/database.ts'
import type { Tx } from '#lib/core/transaction.ts'
import { nextCode, ofBothSides } from '#lib/partnerships/next-code.ts'

/** The code of a new milestone, or of one that is released into another audience: `UZ-KR-SC-03-02`, a side's own
 *  `UZ-KR-SC-03-U-K7QX`. Of an initiative that is released too, the initiative's new code is written first. Ids are UUIDs. */
export async function nextMilestoneCode(
  tx: Tx,
  { initiativeId, audienceId }: { initiativeId: string; audienceId: string },
): Promise<string> {
  const [initiative] = await tx.$queryRaw<[{ code: string }]>`
    select code from initiatives where id = ${initiativeId}::uuid`
  return nextCode(tx, {
    above: initiative.code,
    audienceId,
    taken: sql`select code from milestones where initiative_id = ${initiativeId}::uuid and ${ofBothSides}`,
    holdOthers: sql`select from initiatives where id = ${initiativeId}::uuid for no key update`,
  })
}
