import { actorIn, stepTakersIn } from '#lib/access/roles.ts'
import type { Held, Viewer } from '#lib/access/viewer.ts'
import type { Tx } from '#lib/core/transaction.ts'
import type { AcceptanceStep, StepTaker, TakenStep } from '#lib/rules/acceptance.ts'
import { mayTakeStep } from '#lib/rules/acceptance.ts'
import type { Status } from '#lib/rules/milestone-status.ts'
import type { PartnershipAudience } from '#lib/rules/visibility.ts'

/** A report with its chain, as a step needs it. Ids are UUIDs. */
export type SeenReport = {
  id: string
  audienceId: string
  partnershipId: string
  partnership: string
  percent: number
  blocker: string | null
  chain: AcceptanceStep[]
  taken: TakenStep[]
  milestone: {
    id: string
    code: string
    status: Status
    today: string
    audienceId: string
    audienceKind: PartnershipAudience['kind']
  }
  sharedAudienceId: string
}

/** As this viewer sees it, locked with its milestone. Steps are the side's: whoever is not of the side finds no report
 *  to take a step on, and of an archived milestone nobody does. */
export async function reportSeenBy(tx: Tx, viewer: Viewer, report: string): Promise<SeenReport | undefined> {
  const [seen] = await tx.$queryRaw<SeenReport[]>`
    select r.id::text, r.audience_id::text as "audienceId", r.partnership_id::text as "partnershipId",
      p.code as partnership, r.percent, r.blocker,
      (select json_agg(case when c.post_id is null then '"any-staff"' else json_build_object('post', c.post_id) end
        order by c.position) from report_chains c where c.report_id = r.id) as chain,
      steps.taken,
      json_build_object('id', m.id, 'code', m.code, 'status', m.status, 'audienceId', m.audience_id,
        'audienceKind', a.kind, 'today', today_at(m.partnership_id, m.country_id)) as milestone,
      case a.kind when 'shared' then a.id::text else (select shared.id::text from audiences shared
        where shared.partnership_id = r.partnership_id and shared.kind = 'shared') end as "sharedAudienceId"
    from progress_reports r join milestones m on m.id = r.milestone_id join audiences a on a.id = m.audience_id
    join partnerships p on p.id = r.partnership_id
    cross join lateral (
      select bool_or(po.country_id = ${viewer.country}::uuid) as "areOwn",
        json_agg(json_build_object('act', s.act, 'person', s.person_id, 'post', s.post_id) order by s.position) as taken
      from report_steps s join posts po on po.id = s.post_id where s.report_id = r.id) steps
    where r.id = ${report}::uuid and steps."areOwn" and m.archived_at is null
    for no key update of r, m`
  return seen
}

/** The viewer as the rules of a chain see him. */
function stepTaker(viewer: Viewer, { partnershipId }: SeenReport): StepTaker {
  return {
    person: viewer.person,
    posts: stepTakersIn(viewer, partnershipId).map(({ post }) => post),
    isStaff: actorIn(viewer, partnershipId).staffOf.length > 0,
  }
}

/** The post with which the viewer takes the next step: the step's own, or a post of the secretariat. */
export function holderOfStep(viewer: Viewer, report: SeenReport): Held | undefined {
  const step = report.chain[report.taken.length - 1]
  const here = stepTakersIn(viewer, report.partnershipId)
  const named = typeof step === 'object' ? here.find(({ post }) => post === step.post) : undefined
  return named ?? here.find(({ role }) => role === 'staff')
}

export const mayStep = (viewer: Viewer, report: SeenReport) =>
  mayTakeStep(report.chain, report.taken, stepTaker(viewer, report))
