import { given, sql } from '#lib/core/database.ts'
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

type Counted = SlipCount & { code: string; isAnchor: boolean }

/** Of shared and public milestones, cancelled ones left out; of one direction alone, if it is given. */
export async function movedDates(
  tx: Tx,
  partnership: string,
  direction: string | null,
  language: Language,
): Promise<MovedDates> {
  const asked = sql`d.partnership_id = ${partnership}::uuid ${given(direction, (id) => sql`and d.id = ${id}::uuid`)}`
  const [counted, furthest] = await Promise.all([
    tx.$queryRaw<Counted[]>`
      select d.code, d.is_anchor as "isAnchor", s.days, sum(s.size)::int as size
      from directions d join slip_tallies s on s.direction_id = d.id
      where ${asked} group by d.id, s.days having sum(s.size) > 0 order by d.position, s.days`,
    tx.$queryRaw<MovedDates['furthest']>`
      select f.code, text_in(m.title, ${language}) as title, f.days, f.is_anchor as "isAnchor"
      from (
        select s.milestone_id, s.code, s.days, d.is_anchor
        from directions d cross join lateral (
          select * from slips s where s.direction_id = d.id order by s.days desc, s.code limit ${most}) s
        where ${asked} order by s.days desc, s.code limit ${most}) f
      join milestones m on m.id = f.milestone_id
      order by f.days desc, f.code`,
  ])
  const ofAnchors = counted.filter(({ isAnchor }) => isAnchor)
  return {
    anchors: medianSlip(ofAnchors),
    directions: [...Map.groupBy(counted, ({ code }) => code)].map(([code, here]) => ({
      code,
      median: medianSlip(here) ?? 0,
      size: sizeOf(here),
    })),
    furthest,
    size: sizeOf(ofAnchors),
  }
}

const sizeOf = (counted: readonly SlipCount[]) => counted.reduce((sum, { size }) => sum + size, 0)
