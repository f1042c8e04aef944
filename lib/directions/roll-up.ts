import type { Tx } from '#lib/core/transaction.ts'
import type { Status } from '#lib/rules/milestone-status.ts'
import { progressOf } from '#lib/rules/progress.ts'
import { lateOnSideDay, sideDays, withSideDay } from '#lib/milestones/side-days.ts'
import { tallied, talliedByQuarter } from '#lib/milestones/tallied.ts'

/** Milestones that are alike in all that is counted. `key`: of the direction or initiative, a UUID; `percent`: the last
 *  accepted one; `late` is null for what is not. */
export type Group = {
  key: string
  status: Exclude<Status, 'cancelled'>
  late: 'overdue' | 'no_evidence' | null
  percent: number | null
  /** Are they the viewer's own side's alone? */
  own: boolean
  size: number
  /** The sum of their weights. */
  weight: number
  /** How many were closed with one key. */
  oneKey: number
}

/** What the milestones of something come to. Of shared and public ones alone, so that both governments read the same
 *  numbers; cancelled ones are left out. */
export type RollUp = {
  all: number
  completed: number
  /** Of the completed ones. */
  oneKey: number
  overdue: number
  noEvidence: number
  /** Each milestone is in one part: late ones that nobody claims or disputes under their lateness, the rest under their
   *  status. */
  parts: { part: Part; size: number }[]
  /** PRODUCT.md, “Progress”; with the rows and weights that went in. */
  progress: {
    percent: number | null
    unknown: number
    weight: number
    product: number
    rows: { part: Part; percent: number | null; size: number; weight: number; product: number }[]
  }
  /** How many more the viewer's own side keeps to itself. */
  own: number
}

export type Part = 'overdue' | 'no_evidence' | Exclude<Status, 'cancelled'>

/** In the order of a bar: what is done, what is on its way, what is late, what has not begun. */
const parts = [
  'completed',
  'claimed',
  'in_progress',
  'blocked',
  'disputed',
  'no_evidence',
  'overdue',
  'planned',
] as const satisfies readonly Part[]

/** Of all directions of a partnership, or of some (UUIDs), from what is kept counted. */
export function groupsOfDirections(
  tx: Tx,
  partnership: string,
  directions?: readonly string[],
): Promise<Group[]> {
  // By the UUID itself: a text takes longer to compare, thousands of times.
  return tx.$queryRaw<Group[]>`
    with ${tallied(partnership, directions)}
    select t.direction_id::text as key, t.status, t.late, t.percent, a.kind = 'side' as own, sum(t.size)::int as size,
      sum(t.weight)::int as weight, sum(t.one_key)::int as "oneKey"
    from tallied t join audiences a on a.id = t.audience_id
    where t.status <> 'cancelled'
    group by t.direction_id, t.status, t.late, t.percent, a.kind = 'side' having sum(t.size) > 0`
}

/** Milestones of a direction (`key`: its UUID) that fall due in a quarter, `2026-Q3`; a completed one without a due date counts
 *  where it was completed, null: neither is known. Of shared and public ones, cancelled ones left out. */
export type Quarter = { key: string; quarter: string | null; all: number; late: number }

/** Of all directions of a partnership. */
export function quartersOfDirections(tx: Tx, partnership: string): Promise<Quarter[]> {
  return tx.$queryRaw<Quarter[]>`
    with ${talliedByQuarter(partnership)}
    select t.direction_id::text as key, to_char(t.quarter, 'YYYY"-Q"Q') as quarter, sum(t.size)::int as all,
      coalesce(sum(t.size) filter (where t.late is not null), 0)::int as late
    from tallied t join audiences a on a.id = t.audience_id
    where t.status <> 'cancelled' and a.kind <> 'side'
    group by t.direction_id, t.quarter having sum(t.size) > 0`
}

/** Of a few initiatives of a partnership: each milestone is counted. Lateness is computed only where the date may have
 *  passed: for the rest it would cost more than the counting. */
export function groupsOfInitiatives(
  tx: Tx,
  partnership: string,
  initiatives: readonly string[],
): Promise<Group[]> {
  return tx.$queryRaw<Group[]>`
    with ${sideDays([partnership])}
    select g.key::text, g.status, g.late, g.percent, g.own, count(*)::int as size, sum(g.weight)::int as weight,
      count(*) filter (where g.one_key)::int as "oneKey"
    from (
      select m.initiative_id as key, m.status, m.percent, m.weight, m.one_key, a.kind = 'side' as own,
        ${lateOnSideDay} as late
      from milestones m join audiences a on a.id = m.audience_id
      ${withSideDay}
      where m.initiative_id = any(${initiatives}::uuid[]) and m.archived_at is null and m.status <> 'cancelled') g
    group by 1, 2, 3, 4, 5`
}

/** Sums them up; none at all is a roll-up of nothing. */
export function rollUp(groups: readonly Group[]): RollUp {
  const shared = groups.filter(({ own }) => !own)
  const size = (of: (group: Group) => boolean) =>
    shared.reduce((sum, group) => sum + (of(group) ? group.size : 0), 0)
  // Milestones of one percent weigh in the mean as one of the sum of their weights.
  const { percent, weight, product, rows } = progressOf(shared)
  return {
    all: size(() => true),
    completed: size(({ status }) => status === 'completed'),
    oneKey: shared.reduce((sum, { oneKey }) => sum + oneKey, 0),
    overdue: size(({ late }) => late === 'overdue'),
    noEvidence: size(({ late }) => late === 'no_evidence'),
    parts: parts
      .map((part) => ({ part, size: size((group) => partOf(group) === part) }))
      .filter((one) => one.size > 0),
    progress: {
      percent,
      unknown: size((group) => group.status !== 'completed' && group.percent === null),
      weight,
      product,
      rows: alike(
        rows.map(({ milestone, ...row }) => ({ ...row, part: partOf(milestone), size: milestone.size })),
      ),
    },
    own: groups.reduce((sum, group) => sum + (group.own ? group.size : 0), 0),
  }
}

type Row = RollUp['progress']['rows'][number]

/** One row for each part and percent, in the order of the bar. */
function alike(rows: readonly Row[]): Row[] {
  const groups = Map.groupBy(rows, ({ part, percent }) => `${part} ${percent}`)
  const one = (a: Row, b: Row): Row => ({
    ...a,
    size: a.size + b.size,
    weight: a.weight + b.weight,
    product: a.product + b.product,
  })
  return [...groups.values()]
    .map((of) => of.reduce(one))
    .toSorted(
      (a, b) => parts.indexOf(a.part) - parts.indexOf(b.part) || (b.percent ?? -1) - (a.percent ?? -1),
    )
}

function partOf({ status, late }: Pick<Group, 'status' | 'late'>): Part {
  const isOpen = status === 'planned' || status === 'in_progress' || status === 'blocked'
  return isOpen && late !== null ? late : status
}
