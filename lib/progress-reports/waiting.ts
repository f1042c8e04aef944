import { stepTakersIn } from '#lib/access/roles.ts'
import type { Viewer } from '#lib/access/viewer.ts'
import { sql } from '#lib/core/database.ts'
import type { Tx } from '#lib/core/transaction.ts'
import { dated, dayIn } from '#lib/core/dated.ts'
import type { Language } from '#lib/format/language.ts'
import { type ShownPost, shownPost } from '#lib/people/shown-post.ts'
import { mayTakeStep, type AcceptanceStep, type TakenStep, type WhyNoStep } from '#lib/rules/acceptance.ts'
import type { Due } from '#lib/rules/due-date.ts'
import type { SideCode, Status, Verdict } from '#lib/rules/milestone-status.ts'
import type { Text } from '#lib/rules/texts.ts'
import { verdictsOn } from '#lib/milestones/verdicts-on.ts'

/** A report that waits for the step of a post which the viewer holds. */
export type WaitingReport = {
  id: string
  partnership: string
  percent: number
  blocker: boolean
  post: ShownPost
  /** ISO 8601. */
  submittedAt: string
  /** The day since which it waits for this step, as it is on this side. */
  since: Due
  milestone: {
    code: string
    title: Text
    sides: SideCode[]
    status: Status
    standing: Verdict[]
    due: Due | null
    /** What counts until the report is accepted. */
    percent: number | null
  }
  /** May the viewer himself take the step? Not on his own report, and not twice. */
  may: { may: true } | { may: false; why: WhyNoStep }
}

type Row = Omit<WaitingReport, 'may'> & { partnershipId: string; chain: AcceptanceStep[]; taken: TakenStep[] }

const most = 100

/** Oldest first. Of whoever is no staff, and whose post no chain has ever named, no report is looked at. */
export async function reportsWaitingFor(
  tx: Tx,
  viewer: Viewer,
  partnerships: readonly string[],
  language: Language,
): Promise<WaitingReport[]> {
  const held = partnerships.flatMap((partnership) => stepTakersIn(viewer, partnership))
  const heldIn = [...new Set(held.map(({ partnership }) => partnership))]
  const posts = held.map(({ post }) => post)
  const staffIn = [
    ...new Set(held.filter(({ role }) => role === 'staff').map(({ partnership }) => partnership)),
  ]
  // Asked first: for most who are no staff that is all there is to ask.
  const lookedInto = staffIn.length === heldIn.length || (await isNamedInAChain(tx, posts)) ? heldIn : staffIn
  if (lookedInto.length === 0) return []
  const rows = await tx.$queryRaw<Row[]>`
    select r.id::text, p.id::text as "partnershipId", p.code as partnership, r.percent,
      r.blocker is not null as blocker, ${shownPost(sql`r.post_id`, language)} as post,
      to_jsonb(r.submitted_at) as "submittedAt", 
      ${dayIn(sql`${viewer.country}::uuid`, sql`coalesce(way.since, r.submitted_at)`)} as since, way.taken,
      (select json_agg(case when h.post_id is null then '"any-staff"' else json_build_object('post', h.post_id) end
        order by h.position) from report_chains h where h.report_id = r.id) as chain,
      json_build_object('code', m.code, 'title', text_in(m.title, ${language}), 'status', m.status, 'percent', m.percent,
        'sides', of_here.sides,
        'standing', ${verdictsOn(sql`m.id`)}, 'due', ${dated(sql`m.due_on`, sql`m.due_precision`)}) as milestone
    from unnest(${lookedInto}::uuid[]) here (id)
    cross join lateral (
      select json_agg(sc.code order by s.position) as sides
      from sides s join countries sc on sc.id = s.country_id where s.partnership_id = here.id) of_here
    cross join lateral (
      select r.* from progress_reports r
      where r.partnership_id = here.id and r.state = 'submitted'
        and (select m.archived_at is null from milestones m where m.id = r.milestone_id) and (
        -- a value and no EXISTS, which would be looked up for all reports before the first is taken
        select c.post_id = any(${posts}::uuid[]) or c.post_id is null and here.id = any(${staffIn}::uuid[])
        from report_chains c where c.report_id = r.id
          and c.position = (select count(*) from report_steps s where s.report_id = r.id))
      order by r.submitted_at, r.id limit ${most}) r
    join milestones m on m.id = r.milestone_id
    join partnerships p on p.id = r.partnership_id
    cross join lateral (select max(s.at) as since,
        json_agg(json_build_object('act', s.act, 'person', s.person_id, 'post', s.post_id) order by s.position) as taken
      from report_steps s where s.report_id = r.id) way
    order by r.submitted_at, r.id limit ${most}`
  return rows.map(({ partnershipId, chain, taken, ...report }) => ({
    ...report,
    may: mayTakeStep(chain, taken, {
      person: viewer.person,
      posts: held.filter(({ partnership }) => partnership === partnershipId).map(({ post }) => post),
      isStaff: staffIn.includes(partnershipId),
    }),
  }))
}

async function isNamedInAChain(tx: Tx, posts: readonly string[]): Promise<boolean> {
  const [{ isNamed }] = await tx.$queryRaw<[{ isNamed: boolean }]>`
    select exists (select from report_chains c where c.post_id = any(${posts}::uuid[])) as "isNamed"`
  return isNamed
}
