import type { Tx } from '#lib/core/transaction.ts'
import type { ChangedField } from './outcome.ts'

/** What changed in a record since the viewer looked at `version`: field by field, from what he saw to what is there
 *  now, as the ledger has it. Empty when that version was never his to see. */
export async function changedSince(
  tx: Tx,
  recordId: string,
  version: string | undefined,
): Promise<ChangedField[]> {
  return tx.$queryRaw<ChangedField[]>`
    with seen as (
      select after::jsonb as row from changes
      where record_id = ${recordId}::uuid and after::jsonb ->> 'version' = ${version ?? ''} limit 1),
    latest as (
      select c.after::jsonb as row from changes c join events e using (command, audience_id)
      where c.record_id = ${recordId}::uuid and c.after is not null order by e.at desc, c.n desc limit 1)
    select s.key as field, s.value as before, l.value as after
    from seen, latest, jsonb_each_text(seen.row) s join jsonb_each_text(latest.row) l using (key)
    where s.value is distinct from l.value and s.key not in ('version', 'audience_id')
    order by s.key`
}
