import { type Sql, sql } from '#lib/core/database.ts'
import type { Tx } from '#lib/core/transaction.ts'
import type { Language } from '#lib/format/language.ts'
import { type ShownPost, shownPost } from '#lib/people/shown-post.ts'
import type { ChangedField } from '#lib/runner/outcome.ts'
import type { Text } from '#lib/rules/texts.ts'
import { changedFields } from './changed-fields.ts'

/** One command's mark on a record, as the ledger has it for this viewer. Values are as stored. */
export type HistoryEntry = {
  /** The command: `milestones.confirm`; `import`: the first load. */
  command: string
  kind: 'created' | 'changed' | 'left' | 'appeared' | 'deleted'
  /** ISO 8601. */
  at: string
  /** Null: nobody's, for the import alone. */
  post: ShownPost | null
  /** The milestone whose change it was; null: the record's own. */
  milestone: { code: string; title: Text } | null
  changed: ChangedField[]
}

const most = 100

/** The changes of a record and of its milestones, newest first; of the first load only the record's own. `record`: its
 *  id; `milestones`: a statement that gives the ids of its milestones. */
export function historyOf(
  tx: Tx,
  record: string,
  milestones: Sql,
  language: Language,
): Promise<HistoryEntry[]> {
  return tx.$queryRaw<HistoryEntry[]>`
    select e.name as command, c.kind, to_jsonb(e.at) as at, ${shownPost(sql`e.post_id`, language)} as post,
      case when m.id is not null
        then json_build_object('code', m.code, 'title', text_in(m.title, ${language})) end as milestone,
      ${changedFields(sql`c`, language)} as changed
    from (select ${record}::uuid as id union all ${milestones}) of_record
    join changes c on c.record_id = of_record.id
    join events e on e.command = c.command and e.audience_id = c.audience_id
    left join milestones m on m.id = of_record.id
    where e.name <> 'import' or m.id is null
    order by e.at desc, c.n desc limit ${most}`
}
