import type { Viewer } from '#lib/access/viewer.ts'
import type { Tx } from '#lib/core/transaction.ts'
import type { SideCode } from '#lib/rules/milestone-status.ts'

/** A partnership as whoever keeps its plan needs it. Ids are UUIDs. */
export type PlannedPartnership = {
  id: string
  code: string
  /** BCP 47: in which its records may have texts. */
  languages: string[]
  /** In the order of the partnership's title. */
  sides: { id: string; code: SideCode }[]
  sharedAudienceId: string
  /** Of the viewer's side; null for who has none here, or does not see it. */
  ownAudienceId: string | null
}

/** As this viewer sees it; undefined when he does not see what its sides share. */
export async function plannedPartnership(
  tx: Tx,
  viewer: Viewer,
  code: string,
): Promise<PlannedPartnership | undefined> {
  const [partnership] = await tx.$queryRaw<PlannedPartnership[]>`
    select p.id::text, p.code, p.languages, shared.id::text as "sharedAudienceId", own.id::text as "ownAudienceId",
      (select json_agg(json_build_object('id', c.id, 'code', c.code) order by s.position)
        from sides s join countries c on c.id = s.country_id where s.partnership_id = p.id) as sides
    from partnerships p
    join audiences shared on shared.partnership_id = p.id and shared.kind = 'shared'
    left join audiences own on own.partnership_id = p.id and own.kind = 'side' and own.country_id = ${viewer.country}::uuid
    where p.code = ${code}`
  return partnership
}
