import type { Tx } from '#lib/core/transaction.ts'

/** Puts away the milestones of an initiative that the viewer sees, at the initiative's own moment. */
export async function archiveMilestonesOf(tx: Tx, initiative: string, at: Date): Promise<void> {
  await tx.$executeRaw`
    update milestones set archived_at = ${at}, version = gen_random_uuid()
    where initiative_id = ${initiative}::uuid and archived_at is null`
}

/** Brings back those that were put away with it; those put away before stay so. */
export async function unarchiveMilestonesOf(tx: Tx, initiative: string): Promise<void> {
  await tx.$executeRaw`
    update milestones m set archived_at = null, version = gen_random_uuid()
    from initiatives i where i.id = ${initiative}::uuid and m.initiative_id = i.id and m.archived_at = i.archived_at`
}
