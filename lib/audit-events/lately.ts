import { sql } from '#lib/core/database.ts'
import { codeOf } from '#lib/core/of-country.ts'
import type { Tx } from '#lib/core/transaction.ts'
import type { Language } from '#lib/format/language.ts'
import { type ShownPost, shownPost } from '#lib/people/shown-post.ts'
import type { SideCode, Status } from '#lib/rules/milestone-status.ts'
import type { Text } from '#lib/rules/texts.ts'

/** What somebody did, as the ledger has it for this viewer. */
export type LatelyChanged = {
  /** `milestones.confirm` */
  command: string
  /** ISO 8601. */
  at: string
  post: ShownPost | null
  milestone: { code: string; title: Text; side: SideCode | null } | null
  /** Of the report that was sent, accepted or returned. */
  percent: number | null
  /** What has become of the report; null: it went one step on, or there is none. */
  report: 'submitted' | 'accepted' | 'returned' | null
  /** What the milestone's status has become. */
  status: Status | null
}

const most = 10

/** The latest commands that touched a partnership, without the first load. Of one that crossed into several audiences of
 *  this viewer, once, as both sides read it. Each audience's own latest are read, so that the length of the ledger does not matter. */
export function changedLately(tx: Tx, partnership: string, language: Language): Promise<LatelyChanged[]> {
  return tx.$queryRaw<LatelyChanged[]>`
    with latest as (
      select distinct on (e.command) e.command, e.audience_id, e.name, e.post_id, e.at
      from audiences a cross join lateral (
        select * from events e where e.audience_id = a.id and e.name <> 'import' order by e.seq desc limit ${most}) e
      where a.partnership_id = ${partnership}::uuid
      order by e.command, a.kind = 'side')
    select e.name as command, to_jsonb(e.at) as at, ${shownPost(sql`e.post_id`, language)} as post,
      case when m.id is not null then json_build_object('code', m.code, 'title', text_in(m.title, ${language}),
        'side', ${codeOf(sql`m.country_id`)}) end as milestone,
      touched.percent, touched.report, touched.status
    from (select * from latest order by at desc limit ${most}) e
    left join lateral (
      select coalesce((array_agg(c.record_id) filter (where c.record_table = 'milestones'))[1],
          max(c.row ->> 'milestone_id')::uuid,
          (select r.milestone_id from progress_reports r where r.id = max(c.row ->> 'report_id')::uuid)) as milestone,
        max((c.row ->> 'percent')::int) filter (where c.record_table = 'progress_reports') as percent,
        max(c.row ->> 'state') filter (where c.record_table = 'progress_reports') as report,
        max(c.row ->> 'status') filter (where c.record_table = 'milestones'
          and c.kind = 'changed' and c.row ->> 'status' <> c.before::jsonb ->> 'status') as status
      from (select c.*, coalesce(c.after, c.before)::jsonb as row from changes c
        where c.command = e.command and c.record_table in ('milestones', 'progress_reports', 'confirmations',
          'report_steps', 'due_date_changes', 'status_changes')) c) touched on true
    left join milestones m on m.id = touched.milestone
    order by e.at desc`
}
