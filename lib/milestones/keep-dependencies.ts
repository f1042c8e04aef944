import type { Tx } from '#lib/core/transaction.ts'

type Waiting = { id: string; audienceId: string; partnershipId: string }

/** Makes what a milestone waits for what was typed: what is missing comes, what was not typed goes, as far as the viewer
 *  sees it. What is archived stays as it is. `changed`: how many of them everybody sees who sees the milestone; undefined:
 *  one of the codes is no other milestone of the partnership. */
export async function keepDependencies(
  tx: Tx,
  milestone: Waiting,
  codes: readonly string[],
): Promise<{ changed: number } | undefined> {
  const found = await tx.$queryRaw<{ id: string }[]>`
    select id::text from milestones where code = any(${codes}::text[]) and archived_at is null
      and partnership_id = ${milestone.partnershipId}::uuid and id <> ${milestone.id}::uuid`
  if (found.length < new Set(codes).size) return undefined
  const ids = found.map(({ id }) => id)
  const gone = await tx.$queryRaw<{ shared: boolean }[]>`
    delete from milestone_dependencies d using milestones w
    where d.milestone_id = ${milestone.id}::uuid and w.id = d.waits_for_id and w.archived_at is null
      and w.id <> all(${ids}::uuid[])
    returning d.audience_id = ${milestone.audienceId}::uuid as shared`
  // That a shared milestone waits for one of the own side is the own side's alone.
  const come = await tx.$queryRaw<{ shared: boolean }[]>`
    insert into milestone_dependencies (id, audience_id, milestone_id, waits_for_id)
    select gen_random_uuid(),
      case when holds(${milestone.audienceId}::uuid, w.audience_id) then w.audience_id else ${milestone.audienceId}::uuid end,
      ${milestone.id}::uuid, w.id
    from milestones w where w.id = any(${ids}::uuid[]) and not exists (
      select from milestone_dependencies d where d.milestone_id = ${milestone.id}::uuid and d.waits_for_id = w.id)
    returning audience_id = ${milestone.audienceId}::uuid as shared`
  return { changed: [...gone, ...come].filter(({ shared }) => shared).length }
}
