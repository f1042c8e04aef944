import type { Viewer } from '#lib/access/viewer.ts'
import { sql } from '#lib/core/database.ts'
import type { Tx } from '#lib/core/transaction.ts'
import { type PlannedPartnership, plannedPartnership } from '#lib/partnerships/planned.ts'
import type { SideCode, Status } from '#lib/rules/milestone-status.ts'
import type { Texts } from '#lib/rules/texts.ts'
import type { PartnershipAudience } from '#lib/rules/visibility.ts'

/** A milestone as the commands that keep the plan need it. Ids are UUIDs. */
export type PlannedMilestone = {
  id: string
  code: string
  partnership: PlannedPartnership
  audienceId: string
  audienceKind: PartnershipAudience['kind']
  version: string
  status: Status
  title: Texts
  side: SideCode | null
  /** Its code. */
  organisation: string | null
  isDated: boolean
  isInitiativeArchived: boolean
}

/** As this viewer sees it, locked until the transaction ends; undefined when it is not there for him. An archived one is
 *  there only for who asks for archived ones. */
export async function plannedMilestone(
  tx: Tx,
  viewer: Viewer,
  code: string,
  isArchived = false,
): Promise<PlannedMilestone | undefined> {
  const [found] = await tx.$queryRaw<(Omit<PlannedMilestone, 'partnership'> & { of: string })[]>`
    select m.id::text, m.code, p.code as of, m.audience_id::text as "audienceId", a.kind as "audienceKind",
      m.version::text, m.status, m.title, c.code as side, o.code as organisation, m.baseline_on is not null as "isDated",
      (select i.archived_at is not null from initiatives i where i.id = m.initiative_id) as "isInitiativeArchived"
    from milestones m join partnerships p on p.id = m.partnership_id join audiences a on a.id = m.audience_id
    left join countries c on c.id = m.country_id left join organisations o on o.id = m.organisation_id
    where m.code = ${code} and ${isArchived ? sql`m.archived_at is not null` : sql`m.archived_at is null`}
    for no key update of m`
  if (!found) return undefined
  const { of, ...milestone } = found
  const partnership = await plannedPartnership(tx, viewer, of)
  return partnership && { ...milestone, partnership }
}

export const restsOnPlanned = ({ version, id }: PlannedMilestone) => ({ version, recordId: id })
