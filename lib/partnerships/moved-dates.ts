import type { Tx } from '#lib/core/transaction.ts'
import type { Language } from '#lib/format/language.ts'
import { medianSlip, type SlipCount } from '#lib/rules/slip.ts'
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

type Row = { code: string; isAnchor: boolean; counted: SlipCount[]; furthest: MovedDates['furthest'] }

/** Of shared and public milestones, cancelled ones left out; of one direction alone, if it is given. */
export async function movedDates(
  tx: Tx,
  partnership: string,
  direction: string | null,
  language: Language,
): Promise<MovedDates> {
  const rows = await tx.$queryRaw<Row[]>`
    select d.code, d.is_anchor as "isAnchor",
      (select jsonb_agg(c) from (select s.days, sum(s.size) as size from slip_tallies s
        where s.direction_id = d.id group by 1 having sum(s.size) > 0) c) as counted,
      (select jsonb_agg(jsonb_build_object('code', f.code, 'title', text_in(m.title, ${language}), 'days', f.days,
          'isAnchor', d.is_anchor))
        from (select s.milestone_id, s.code, s.days from slips s
          where s.direction_id = d.id
          order by s.days desc, s.code limit ${most}) f join milestones m on m.id = f.milestone_id) as furthest
    from directions d
    where d.partnership_id = ${partnership}::uuid and d.id = coalesce(${direction}::uuid, d.id)
      and exists (select from slip_tallies s where s.direction_id = d.id and s.size > 0)
    order by d.position`
  const ofAnchors = rows.filter(({ isAnchor }) => isAnchor).flatMap(({ counted }) => counted)
  return {
    anchors: medianSlip(ofAnchors),
    directions: rows.map(({ code, counted }) => ({
      code,
      median: medianSlip(counted) ?? 0,
      size: sizeOf(counted),
    })),
    furthest: rows
      .flatMap(({ furthest }) => furthest)
      .toSorted((a, b) => b.days - a.days || (a.code < b.code ? -1 : 1))
      .slice(0, most),
    size: sizeOf(ofAnchors),
  }
}

const sizeOf = (counted: readonly SlipCount[]) => counted.reduce((sum, { size }) => sum + size, 0)
