import type { Tx } from '#lib/core/transaction.ts'

/** Locks the initiative of a milestone before the milestone itself, as acts on the initiative do: the other way round two of
 *  them would wait for each other. Where the milestone is not there for the viewer, nothing. */
export async function holdInitiativeOf(tx: Tx, milestone: string): Promise<void> {
  await tx.$executeRaw`
    select from initiatives i where i.id = (
      select m.initiative_id from milestones m where m.id = milestone_coded(${milestone}))
    for no key update of i`
}
