import type { Viewer } from '#lib/access/viewer.ts'
import { dated } from '#lib/core/dated.ts'
import { sql } from '#lib/core/database.ts'
import type { Tx } from '#lib/core/transaction.ts'
import type { Due } from '#lib/rules/due-date.ts'
import { type SideCode, statusFrom, type Status, type Verdict } from '#lib/rules/milestone-status.ts'
import { widenCitations } from '#lib/sources/widen-citations.ts'
import { nextMilestoneCode } from './next-code.ts'
import { namesOnlySeen } from './names-only-seen.ts'
import { sign } from './sign.ts'
import { neededKeys } from './two-keys.ts'
import { verdictsOn } from './verdicts-on.ts'

/** What a release is made of. `into`: the id of the wider audience, into which the wall lets this transaction write. */
export type Widening = {
  release: string
  viewer: Viewer
  post: string
  ownAudienceId: string
  from: 'side' | 'shared'
  into: string
  to: 'shared' | 'public'
  reason: string
  at: Date
}

/** A milestone as the wider audience gets it. `code` and `needed`: as they are there. */
type Widened = {
  initiativeId: string
  partnershipId: string
  audienceId: string
  code: string
  status: Status
  due: Due | null
  standing: Verdict[]
  needed: SideCode[]
  completedOn: string | null
}

/** Releases a milestone. A side's own appears as if new: with its present date as the first one, and open for the keys of whoever
 *  now sees it; what was before stays with the side. What both share becomes public with the changes to which both agreed, so
 *  that first date, present date and changes add up there. The reason of a release stays where it was. */
export async function widenMilestone(tx: Tx, milestone: string, widening: Widening): Promise<void> {
  const { release, viewer, post, ownAudienceId, from, into, to, reason, at } = widening
  const [seen] = await tx.$queryRaw<[Widened]>`
    select m.initiative_id::text as "initiativeId", m.partnership_id::text as "partnershipId",
      m.audience_id::text as "audienceId", m.code, m.status, ${dated(sql`m.due_on`, sql`m.due_precision`)} as due,
      ${verdictsOn(sql`m.id`)} as standing, ${neededKeys(sql`${into}::uuid`)} as needed,
      m.completed_on::text as "completedOn"
    from milestones m where m.id = ${milestone}::uuid`
  await tx.$executeRaw`
    insert into releases (id, audience_id, milestone_id, from_kind, to_kind, reason, post_id, at)
    values (${release}::uuid, ${seen.audienceId}::uuid, ${milestone}::uuid, ${from}, ${to}, ${reason}, ${post}::uuid, ${at})`
  await sign(tx, viewer, ownAudienceId, { release })
  if (from === 'side') await enterSeries(tx, milestone, seen, into)
  else await publish(tx, milestone, seen.audienceId, into)
  await takeAlong(tx, milestone, seen.audienceId, into)
}

async function enterSeries(tx: Tx, milestone: string, seen: Widened, into: string): Promise<void> {
  await tx.$executeRaw`
    insert into code_aliases (id, audience_id, milestone_id, code)
    values (new_id(), ${seen.audienceId}::uuid, ${milestone}::uuid, ${seen.code})`
  const code = await nextMilestoneCode(tx, { initiativeId: seen.initiativeId, audienceId: into })
  const rests = seen.status === 'claimed' || seen.status === 'completed' || seen.status === 'disputed'
  const status = rests ? statusFrom(seen.standing, seen.needed) : seen.status
  const isCompleted = status === 'completed'
  await tx.$executeRaw`
    update milestones set audience_id = ${into}::uuid, code = ${code}, status = ${status},
      baseline_on = ${seen.due?.on ?? null}::date, baseline_precision = ${seen.due?.precision ?? null},
      completed_on = ${isCompleted ? seen.completedOn : null}::date,
      completed_precision = case when ${isCompleted} then completed_precision end,
      one_key = ${isCompleted && seen.needed.length === 1}, version = gen_random_uuid()
    where id = ${milestone}::uuid`
  await tx.$executeRaw`
    update due_date_changes set state = 'before_release'
    where milestone_id = ${milestone}::uuid and state = 'agreed'`
}

async function publish(tx: Tx, milestone: string, from: string, into: string): Promise<void> {
  await tx.$executeRaw`
    update milestones set audience_id = ${into}::uuid, version = gen_random_uuid() where id = ${milestone}::uuid`
  const agreed = await tx.$queryRaw<{ id: string }[]>`
    update due_date_changes d set audience_id = ${into}::uuid
    where d.milestone_id = ${milestone}::uuid and d.state = 'agreed' and d.audience_id = ${from}::uuid
      and ${namesOnlySeen(sql`d`, into)}
    returning d.id::text`
  const changes = agreed.map(({ id }) => id)
  await widenCitations(tx, sql`c.due_date_change_id = any(${changes}::uuid[])`, from, into)
  await tx.$executeRaw`
    update status_changes set audience_id = ${into}::uuid
    where milestone_id = ${milestone}::uuid and state = 'agreed' and audience_id = ${from}::uuid`
}

/** The keys that stand, what it waits for and its sources, as far as those are seen there. */
async function takeAlong(tx: Tx, milestone: string, from: string, into: string): Promise<void> {
  await tx.$executeRaw`
    update confirmations set audience_id = ${into}::uuid
    where milestone_id = ${milestone}::uuid and replaced_at is null and verdict <> 'withdrawn'`
  await tx.$executeRaw`
    update milestone_dependencies d set audience_id = ${into}::uuid
    from milestones m, milestones w
    where ${milestone}::uuid in (d.milestone_id, d.waits_for_id) and m.id = d.milestone_id and w.id = d.waits_for_id
      and holds(m.audience_id, ${into}::uuid) and holds(w.audience_id, ${into}::uuid) and d.audience_id <> ${into}::uuid
      and holds(${into}::uuid, d.audience_id)`
  await widenCitations(tx, sql`c.milestone_id = ${milestone}::uuid`, from, into)
}
