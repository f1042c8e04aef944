import { changedFields } from '#lib/audit-events/changed-fields.ts'
import { sql } from '#lib/core/database.ts'
import type { Tx } from '#lib/core/transaction.ts'
import type { Language } from '#lib/format/language.ts'
import type { ChangedField } from '#lib/runner/outcome.ts'
import { type ShownPost, shownPost } from '#lib/people/shown-post.ts'

/** One command's mark on a milestone, as the ledger has it. Values are as stored. */
export type LedgerEntry = {
  /** The command: `milestones.confirm`; `import`: the first load. */
  command: string
  kind: 'created' | 'changed' | 'left' | 'appeared' | 'deleted'
  /** ISO 8601. */
  at: string
  /** Null: nobody's post, for the import alone. */
  post: ShownPost | null
  /** Why a key was taken back, a milestone disputed, cancelled or restored. */
  reason: string | null
  changed: ChangedField[]
}

const most = 100

/** Newest first. */
export async function changesOf(tx: Tx, milestone: string, language: Language): Promise<LedgerEntry[]> {
  return tx.$queryRaw<LedgerEntry[]>`
    select e.name as command, c.kind, to_jsonb(e.at) as at, ${shownPost(sql`e.post_id`, language)} as post,
      (select k.after::jsonb ->> 'reason' from changes k
        where k.command = c.command and k.audience_id = c.audience_id
          and (k.record_table = 'confirmations' and k.kind = 'created' or k.record_table = 'status_changes') limit 1)
        as reason,
      ${changedFields(sql`c`, language)} as changed
    from changes c join events e on e.command = c.command and e.audience_id = c.audience_id
    where c.record_id = ${milestone}::uuid
    order by e.at desc, c.n desc limit ${most}`
}
