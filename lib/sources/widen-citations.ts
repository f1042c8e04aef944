import type { Sql } from '#lib/core/database.ts'
import type { Tx } from '#lib/core/transaction.ts'

/** The citations of a record that is released, or of changes of due dates, go along, as far as their sources are seen there, and
 *  are numbered anew: a gap would tell of a source that its side keeps to itself. `which`: a condition on the citation `c`.
 *  Ids of audiences. */
export async function widenCitations(tx: Tx, which: Sql, from: string, into: string): Promise<void> {
  await tx.$executeRaw`
    update citations set audience_id = ${into}::uuid, position = along.place
    from (
      select c.id, row_number() over (partition by c.due_date_change_id order by c.position, s.code)::int as place
      from citations c join sources s on s.id = c.source_id
      where ${which} and c.audience_id = ${from}::uuid and holds(s.audience_id, ${into}::uuid)) along
    where citations.id = along.id`
}
