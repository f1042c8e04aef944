import type { Tx } from '#lib/core/transaction.ts'

type Citing = { id: string; audienceId: string; partnershipId: string }

/** Notes that an initiative rests on a source, once. `changed`: how many citations came that everybody sees who sees the
 *  initiative; undefined: there is no such source in the partnership for this viewer. */
export async function citeForInitiative(
  tx: Tx,
  initiative: Citing,
  code: string,
): Promise<{ changed: number } | undefined> {
  const [source] = await tx.$queryRaw<{ id: string; audienceId: string }[]>`
    select id::text, audience_id::text as "audienceId" from sources
    where code = ${code} and partnership_id = ${initiative.partnershipId}::uuid`
  if (!source) return undefined
  // That a shared record rests on a source of the own side is the own side's alone.
  const come = await tx.$queryRaw<{ shared: boolean }[]>`
    insert into citations (id, audience_id, partnership_id, source_id, position, initiative_id)
    select gen_random_uuid(),
      case when holds(${initiative.audienceId}::uuid, ${source.audienceId}::uuid)
        then ${source.audienceId}::uuid else ${initiative.audienceId}::uuid end,
      ${initiative.partnershipId}::uuid, ${source.id}::uuid,
      -- What fewer see than the initiative takes no place in the order that all see who see it, or a gap would tell of it.
      (select coalesce(max(c.position), 0) + 1 from citations c
        where c.initiative_id = ${initiative.id}::uuid and c.audience_id = ${initiative.audienceId}::uuid),
      ${initiative.id}::uuid
    where not exists (select from citations c
      where c.initiative_id = ${initiative.id}::uuid and c.source_id = ${source.id}::uuid)
    returning audience_id = ${initiative.audienceId}::uuid as shared`
  return { changed: come.filter(({ shared }) => shared).length }
}
