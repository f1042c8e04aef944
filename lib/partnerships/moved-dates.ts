import type { Sql } from '#lib/core/database.ts'
import type { Tx } from '#lib/core/transaction.ts'
import type { Language } from '#lib/format/language.ts'
import type { Text } from '#lib/rules/texts.ts'

/** How far dates have moved: calendar days of agreed changes that moved a date, summed for each milestone. A vague date
 *  made precise, or a precise one made vague, is no slip. */
export type MovedDates = {
  /** The median of the anchors' milestones whose date moved; null: none did. */
  anchors: number | null
  /** By the code of the direction; only where a date moved. */
  directions: { code: string; median: number; size: number }[]
  /** Those that moved furthest. */
  furthest: { code: string; title: Text; days: number; isAnchor: boolean }[]
  /** How many of the anchors moved. */
  size: number
}

const most = 20

type Row = { anchors: number | null; size: number } & Pick<MovedDates, 'directions' | 'furthest'>

/** Of shared and public milestones, cancelled ones left out. `which`: a condition on the milestone `m`. */
export async function movedDates(tx: Tx, which: Sql, language: Language): Promise<MovedDates> {
  const [moved] = await tx.$queryRaw<[Row]>`
    with moved as materialized (
      select m.id, m.code, d.code as direction, d.position, d.is_anchor, sum(c.days)::int as days
      from milestones m join audiences a on a.id = m.audience_id and a.kind <> 'side'
      join due_date_changes c on c.milestone_id = m.id and c.kind = 'moved' and c.state = 'agreed'
      join directions d on d.id = m.direction_id
      where ${which} and m.archived_at is null and m.status <> 'cancelled'
      group by m.id, d.id)
    select (select (percentile_cont(0.5) within group (order by days))::float8 from moved where is_anchor) as anchors,
      (select count(*)::int from moved where is_anchor) as size,
      coalesce((select jsonb_agg(jsonb_build_object('code', g.direction, 'median', g.median, 'size', g.size) order by g.position)
        from (select direction, position, count(*) as size, percentile_cont(0.5) within group (order by days) as median
          from moved group by 1, 2) g), '[]') as directions,
      coalesce((select jsonb_agg(jsonb_build_object('code', f.code, 'title', text_in(m.title, ${language}),
          'days', f.days, 'isAnchor', f.is_anchor) order by f.days desc, f.code)
        from (select * from moved order by days desc, code limit ${most}) f join milestones m on m.id = f.id), '[]')
        as furthest`
  return moved
}
