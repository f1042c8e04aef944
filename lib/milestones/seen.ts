import type { Viewer } from '#lib/access/viewer.ts'
import { dated } from '#lib/core/dated.ts'
import { sql } from '#lib/core/database.ts'
import type { Tx } from '#lib/core/transaction.ts'
import type { Due } from '#lib/rules/due-date.ts'
import type { PartnershipAudience } from '#lib/rules/visibility.ts'
import type { Status, Subject, Verdict } from '#lib/rules/milestone-status.ts'
import { isOwnReport } from './own-report.ts'
import { neededKeys } from './two-keys.ts'
import { verdictsOn } from './verdicts-on.ts'

/** A milestone as a command needs it. Ids are UUIDs. */
export type SeenMilestone = Subject & {
  id: string
  code: string
  partnershipId: string
  partnership: string
  audienceId: string
  audienceKind: PartnershipAudience['kind']
  version: string
  status: Status
  standing: Verdict[]
  due: Due | null
  /** The audience of the viewer's side in this partnership, for what never leaves the side. */
  ownAudienceId: string
  /** The day that it is at the responsible side. */
  today: string
}

/** As this viewer sees it, locked until the transaction ends; undefined when it is not there for him. */
export async function milestoneSeenBy(
  tx: Tx,
  viewer: Viewer,
  code: string,
): Promise<SeenMilestone | undefined> {
  const [milestone] = await tx.$queryRaw<SeenMilestone[]>`
    select m.id::text, m.code, m.partnership_id::text as "partnershipId", p.code as partnership,
      m.audience_id::text as "audienceId", a.kind as "audienceKind", m.version::text, m.status, m.percent,
      c.code as side, m.organisation_id::text as "organisationId", m.status_before as "formerStatus",
      ${neededKeys(sql`m.audience_id`)} as needed, ${verdictsOn(sql`m.id`)} as standing,
      ${dated(sql`m.due_on`, sql`m.due_precision`)} as due, own.id::text as "ownAudienceId", today_at(m.partnership_id, m.country_id)::text as today,
      ${isOwnReport(sql`m.id`)} as "ownReport"
    from milestones m
    join partnerships p on p.id = m.partnership_id
    join audiences a on a.id = m.audience_id
    left join countries c on c.id = m.country_id
    left join audiences own on own.partnership_id = m.partnership_id and own.country_id = ${viewer.country}::uuid
      and own.kind = 'side'
    where m.id = milestone_coded(${code}) and m.archived_at is null
    for no key update of m`
  return milestone
}
