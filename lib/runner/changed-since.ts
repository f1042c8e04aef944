import { changedValues } from '#lib/core/changed-values.ts'
import { sql } from '#lib/core/database.ts'
import type { Tx } from '#lib/core/transaction.ts'
import type { ChangedField } from './outcome.ts'

/** What changed in a record since the viewer looked at `version`: field by field, from what he saw to what is there
 *  now, as the ledger has it. Empty when that version was never his to see. */
export async function changedSince(
  tx: Tx,
  recordId: string,
  version: string | undefined,
): Promise<ChangedField[]> {
  const [{ changed } = { changed: [] }] = await tx.$queryRaw<{ changed: ChangedField[] }[]>`
    with seen as (
      select after::jsonb as row from changes
      where record_id = ${recordId}::uuid and after::jsonb ->> 'version' = ${version ?? ''} limit 1),
    latest as (
      select c.after::jsonb as row from changes c join events e using (command, audience_id)
      where c.record_id = ${recordId}::uuid and c.after is not null order by e.at desc, c.n desc limit 1)
    select coalesce(json_agg(
      jsonb_build_object('field', v.field, 'before', v.before, 'after', v.after) || v.exact order by v.field), '[]') as changed
    from seen, latest, lateral (${changedValues(sql`seen.row`, sql`latest.row`)}) v`
  return changed
}
