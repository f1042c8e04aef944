import type { Tx } from '#lib/core/transaction.ts'
import type { Due } from '#lib/rules/due-date.ts'
import type { SeenMilestone } from './seen.ts'

/** Called when a change is agreed. The baseline stays; a milestone that never had a date begins with this one. What the source
 *  said of the former date is in the history. */
export async function moveDueDate(tx: Tx, milestone: SeenMilestone, to: Due): Promise<void> {
  await tx.$executeRaw`
    update milestones set due_on = ${to.on}::date, due_precision = ${to.precision}, due_stated = null,
      baseline_precision = case when baseline_on is null then ${to.precision} else baseline_precision end,
      baseline_on = coalesce(baseline_on, ${to.on}::date), version = gen_random_uuid()
    where id = ${milestone.id}::uuid`
}

/** The place of the next change in the order of a milestone's changes. What one side keeps to itself takes none in the order
 *  that both see, or a gap would tell of it. */
export async function placeOfChange(tx: Tx, milestone: SeenMilestone): Promise<number> {
  const [next] = await tx.$queryRaw<[{ place: number }]>`
    select coalesce(max(d.position), 0) + 1 as place
    from due_date_changes d join audiences a on a.id = d.audience_id
    where d.milestone_id = ${milestone.id}::uuid and (a.kind <> 'side' or ${milestone.audienceKind} = 'side')`
  return next.place
}
