import type { Viewer } from '#lib/access/viewer.ts'
import { type Sql, sql } from '#lib/core/database.ts'
import { latenessOn, sideDays, withSideDay } from './side-days.ts'

const most = 200

/** For the head of a statement: `owed`, the open milestones of the bodies of which the viewer is an official in these
 *  partnerships, by date, each once however many posts he holds there. Each has the day that it is at its side (`today`), its
 *  `lateness` on that day, and of the report that was sent last `report_id`, `report_state`, `report_percent`, and `reported_at`,
 *  when it was decided or, until then, sent. */
export function owedBy(viewer: Viewer, partnerships: readonly string[]): Sql {
  const bodies = viewer.held.filter(
    ({ role, partnership }) =>
      role === 'official' && partnership !== null && partnerships.includes(partnership),
  )
  return sql`${sideDays(partnerships)},
    owed as materialized (
      select m.*, r.id as report_id, r.state as report_state, r.percent as report_percent,
        coalesce(r.decided_at, r.submitted_at) as reported_at
      from (
        select m.*, side_days.today, ${latenessOn(sql`side_days.today`)} as lateness
        from milestones m
        ${withSideDay}
        join (select distinct * from unnest(${bodies.map(({ partnership }) => partnership)}::uuid[],
          ${bodies.map(({ organisation }) => organisation)}::uuid[])) body (partnership, organisation)
          on body.partnership = m.partnership_id and body.organisation = m.organisation_id
        where m.archived_at is null and m.status not in ('completed', 'cancelled')
        order by m.due_on nulls last, m.code limit ${most}) m
      left join lateral (
        select * from progress_reports r where r.milestone_id = m.id order by r.submitted_at desc limit 1) r on true)`
}

/** The partnerships in which the viewer is an official. */
export const officialIn = ({ held }: Viewer): string[] => [
  ...new Set(
    held.flatMap(({ role, partnership }) =>
      role === 'official' && partnership !== null ? [partnership] : [],
    ),
  ),
]
