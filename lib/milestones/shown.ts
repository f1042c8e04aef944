import { actorIn, officialOf } from '#lib/access/roles.ts'
import type { Viewer } from '#lib/access/viewer.ts'
import { dated } from '#lib/core/dated.ts'
import { given, sql } from '#lib/core/database.ts'
import type { Tx } from '#lib/core/transaction.ts'
import type { Language } from '#lib/format/language.ts'
import { type ShownPost, shownPost } from '#lib/people/shown-post.ts'
import type { Due } from '#lib/rules/due-date.ts'
import type { Lateness } from '#lib/rules/lateness.ts'
import type { Actor, BlockCause, SideCode, Status, Subject, Verdict } from '#lib/rules/milestone-status.ts'
import type { Text } from '#lib/rules/texts.ts'
import type { PartnershipAudience } from '#lib/rules/visibility.ts'
import { isOwnReport } from './own-report.ts'
import { slipDays } from './slip-of.ts'
import { neededKeys } from './two-keys.ts'
import { verdictsOn } from './verdicts-on.ts'

/** A side's latest word on a milestone. No post: it came with the import, and no person said so. */
export type ShownKey = {
  side: SideCode
  verdict: 'confirmed' | 'disputed' | 'withdrawn'
  reason: string | null
  /** ISO 8601. */
  at: string
  post: ShownPost | null
}

/** A milestone as its reader sees it, with what decides about the acts on it. */
export type ShownMilestone = Subject & {
  id: string
  code: string
  partnership: string
  partnershipId: string
  title: Text
  direction: { code: string; title: Text }
  initiative: { id: string; code: string; title: Text }
  /** In the order of the partnership's title. */
  sides: SideCode[]
  status: Status
  standing: Verdict[]
  keys: ShownKey[]
  oneKey: boolean
  version: string
  /** The day that it is at the responsible side. */
  today: string
  lateness: Lateness
  due: Due | null
  baseline: Due | null
  /** Calendar days by which it has moved. */
  slip: number
  completed: Due | null
  startedOn: string | null
  block: { cause: BlockCause; words: string } | null
  audience: PartnershipAudience
  organisation: { name: Text; side: SideCode | null } | null
  /** Is the viewer an official of the responsible body? */
  isOfficial: boolean
  actor: Actor
}

/** As this viewer sees it; undefined when it is not there for him. `partnership`: the code that the address names. */
export async function shownMilestone(
  tx: Tx,
  viewer: Viewer,
  asked: { milestone: string; partnership?: string | undefined },
  language: Language,
): Promise<ShownMilestone | undefined> {
  const [milestone] = await tx.$queryRaw<Omit<ShownMilestone, 'actor' | 'isOfficial'>[]>`
    select m.id::text, m.code, p.code as partnership, p.id::text as "partnershipId",
      text_in(m.title, ${language}) as title,
      json_build_object('code', d.code, 'title', text_in(d.title, ${language})) as direction,
      json_build_object('id', i.id, 'code', i.code, 'title', text_in(i.title, ${language})) as initiative,
      (select json_agg(sc.code order by s.position) from sides s join countries sc on sc.id = s.country_id
        where s.partnership_id = p.id) as sides,
      m.status, m.status_before as "formerStatus", m.percent, c.code as side,
      m.organisation_id::text as "organisationId", ${neededKeys(sql`m.audience_id`)} as needed,
      ${verdictsOn(sql`m.id`)} as standing, m.one_key as "oneKey", m.version::text, m.today::text, m.lateness,
      coalesce((select json_agg(json_build_object('side', kc.code, 'verdict', k.verdict, 'reason', k.reason, 'at', k.at,
          'post', ${shownPost(sql`k.post_id`, language)}))
        from confirmations k join countries kc on kc.id = k.country_id
        where k.milestone_id = m.id and k.replaced_at is null), '[]') as keys,
      ${dated(sql`m.due_on`, sql`m.due_precision`)} as due,
      ${dated(sql`m.baseline_on`, sql`m.baseline_precision`)} as baseline, ${slipDays(sql`m.id`)} as slip,
      ${dated(sql`m.completed_on`, sql`m.completed_precision`)} as completed,
      m.started_on::text as "startedOn",
      case when m.status = 'blocked'
        then json_build_object('cause', m.block_cause, 'words', m.block_words) end as block,
      json_build_object('kind', a.kind, 'side', ac.code) as audience,
      case when o.id is not null
        then json_build_object('name', text_in(o.name, ${language}), 'side', oc.code) end as organisation,
      ${isOwnReport(sql`m.id`)} as "ownReport"
    from milestones_today m
    join partnerships p on p.id = m.partnership_id
    join directions d on d.id = m.direction_id
    join initiatives i on i.id = m.initiative_id
    join audiences a on a.id = m.audience_id
    left join countries ac on ac.id = a.country_id
    left join countries c on c.id = m.country_id
    left join organisations o on o.id = m.organisation_id
    left join countries oc on oc.id = o.country_id
    where m.id = milestone_coded(${asked.milestone}) ${given(asked.partnership, (code) => sql`and p.code = ${code}`)}`
  return (
    milestone && {
      ...milestone,
      actor: actorIn(viewer, milestone.partnershipId),
      isOfficial: officialOf(viewer, milestone.partnershipId, milestone.organisationId) !== undefined,
    }
  )
}
