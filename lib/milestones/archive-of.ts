import type { Tx } from '#lib/core/transaction.ts'
import type { PartnershipAudience } from '#lib/rules/visibility.ts'

type Archived = { id: string; audienceKind: PartnershipAudience['kind'] }

/** Puts away the milestones of an initiative, at the initiative's own moment: those that whoever may bring it back sees. Of an
 *  initiative that both share what one side keeps to itself stays, or the other side would bring back all but that. */
export async function archiveMilestonesOf(tx: Tx, { id, audienceKind }: Archived, at: Date): Promise<void> {
  await tx.$executeRaw`
    update milestones m set archived_at = ${at}, version = gen_random_uuid()
    where m.initiative_id = ${id}::uuid and m.archived_at is null and (${audienceKind === 'side'} or exists (
      select from audiences a where a.id = m.audience_id and a.kind <> 'side'))`
}

/** Brings back those that were put away with it; those put away before stay so. */
export async function unarchiveMilestonesOf(tx: Tx, initiative: string): Promise<void> {
  await tx.$executeRaw`
    update milestones m set archived_at = null, version = gen_random_uuid()
    from initiatives i where i.id = ${initiative}::uuid and m.initiative_id = i.id and m.archived_at = i.archived_at`
}
