import { type Sql, sql } from '#lib/core/database.ts'

/** What the milestones of something come to. Shared and public ones alone, so that both governments read the same
 *  number; cancelled ones are left out. */
export type RollUp = {
  statuses: Record<string, number>
  all: number
  completed: number
  overdue: number
  noEvidence: number
  /** Mean of the milestones weighted by weight, to one decimal; null: there is no milestone. */
  percent: number | null
  /** How many have no accepted percent and were counted as 0. */
  unknown: number
  nextDue: string | null
}

/** As a JSON column. `which`: a condition on the milestone `m`. The formula is lib/rules/progress.ts. */
export const rollUp = (which: Sql): Sql => sql`(
  select jsonb_build_object('all', count(*), 'completed', count(*) filter (where r.status = 'completed'),
    'overdue', count(*) filter (where r.lateness = 'overdue'),
    'noEvidence', count(*) filter (where r.lateness = 'no_evidence'),
    'unknown', count(*) filter (where r.known is null),
    'percent', round(sum(r.weight * coalesce(r.known, 0))::numeric / nullif(sum(r.weight), 0), 1),
    'nextDue', min(r.due_on) filter (where r.due_on >= r.today and r.lateness <> 'settled'),
    'statuses', jsonb_build_object(
      'planned', count(*) filter (where r.status = 'planned'),
      'in_progress', count(*) filter (where r.status = 'in_progress'),
      'blocked', count(*) filter (where r.status = 'blocked'),
      'claimed', count(*) filter (where r.status = 'claimed'),
      'disputed', count(*) filter (where r.status = 'disputed'),
      'completed', count(*) filter (where r.status = 'completed')))
  from (select m.*, case when m.status = 'completed' then 100 else m.percent end as known
    from milestones_today m join audiences a on a.id = m.audience_id and a.kind <> 'side'
    where m.status <> 'cancelled' and ${which}) r)`
