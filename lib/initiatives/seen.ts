import type { Viewer } from '#lib/access/viewer.ts'
import { sql } from '#lib/core/database.ts'
import type { Tx } from '#lib/core/transaction.ts'
import { type PlannedPartnership, plannedPartnership } from '#lib/partnerships/planned.ts'
import type { Texts } from '#lib/rules/texts.ts'
import type { PartnershipAudience } from '#lib/rules/visibility.ts'

/** An initiative as a command needs it. Ids are UUIDs. */
export type SeenInitiative = {
  id: string
  code: string
  directionId: string
  partnership: PlannedPartnership
  audienceId: string
  audienceKind: PartnershipAudience['kind']
  version: string
  title: Texts
  description: Texts | null
}

/** As this viewer sees it, locked until the transaction ends; undefined when it is not there for him. An archived one is
 *  there only for who asks for archived ones. */
export async function initiativeSeenBy(
  tx: Tx,
  viewer: Viewer,
  code: string,
  isArchived = false,
): Promise<SeenInitiative | undefined> {
  const [found] = await tx.$queryRaw<(Omit<SeenInitiative, 'partnership'> & { of: string })[]>`
    select i.id::text, i.code, i.direction_id::text as "directionId", p.code as of, i.audience_id::text as "audienceId",
      a.kind as "audienceKind", i.version::text, i.title, i.description
    from initiatives i join partnerships p on p.id = i.partnership_id join audiences a on a.id = i.audience_id
    where i.code = ${code} and ${isArchived ? sql`i.archived_at is not null` : sql`i.archived_at is null`}
    for no key update of i`
  if (!found) return undefined
  const { of, ...initiative } = found
  const partnership = await plannedPartnership(tx, viewer, of)
  return partnership && { ...initiative, partnership }
}

export const restsOnInitiative = ({ version, id }: SeenInitiative) => ({ version, recordId: id })

/** How an initiative stands after an act: where it is, and its version. */
export type ActedInitiative = { code: string; partnership: string; isArchived: boolean; version: string }

export async function initiativeNow(tx: Tx, code: string): Promise<ActedInitiative | undefined> {
  const [initiative] = await tx.$queryRaw<ActedInitiative[]>`
    select i.code, p.code as partnership, i.archived_at is not null as "isArchived", i.version::text
    from initiatives i join partnerships p on p.id = i.partnership_id where i.code = ${code}`
  return initiative
}

export const pageOfInitiative = ({ partnership, code }: ActedInitiative) =>
  `/${partnership}/initiatives/${code}`
