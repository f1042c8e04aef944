import { type Sql, sql } from '#lib/core/database.ts'

/** Did the viewer write the report that was accepted last on a milestone? A step that he may not see is not his. Of whoever has
 *  never sent any (at position 0) no milestone is looked at: MIN, for PostgreSQL would not look an EXISTS up in the index. */
export const isOwnReport = (milestone: Sql): Sql => sql`
  coalesce((select min(mine.position) from report_steps mine where mine.person_id = viewer_person()) is not distinct from 0 and (
    select s.person_id = viewer_person() from report_steps s where s.position = 0 and s.report_id = (
      select r.id from progress_reports r where r.milestone_id = ${milestone} and r.state = 'accepted'
      order by r.decided_at desc limit 1)), false)`
