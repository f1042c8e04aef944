import { z } from 'zod'
import { inAlphabetOf } from '#lib/core/alphabet.ts'
import { given, none, sql, type Sql } from '#lib/core/database.ts'
import type { Tx } from '#lib/core/transaction.ts'
import { Code } from '#lib/core/fields.ts'
import type { Language } from '#lib/format/language.ts'
import { isPlainDate, type PlainDate } from '#lib/rules/due-date.ts'
import { isLate, latenesses } from '#lib/rules/lateness.ts'
import { type SideCode, statuses } from '#lib/rules/milestone-status.ts'
import { readQuarters } from '#lib/rules/quarter.ts'
import type { Text } from '#lib/rules/texts.ts'

/** The last card of a page: is it late, its due date, its code. `late.2026-06-30.UZ-KR-SC-03-02` */
const Cursor = z
  .string()
  .regex(/^(late|open)\.(\d{4}-\d{2}-\d{2}|undated)\.[A-Z0-9-]{1,60}$/)
  .transform((text) => {
    const [late, on = '', code = ''] = text.split('.')
    return { isLate: late === 'late', on: on === 'undated' ? null : on, code }
  })
  .refine(({ on }) => on === null || isPlainDate(on))
export type Cursor = z.infer<typeof Cursor>

const dueFilters = ['late', ...latenesses.filter((one) => one !== 'settled')] as const
type DueFilter = (typeof dueFilters)[number]

/** A filter that makes no sense is none: its address leads to the board all the same. */
const filter = <T extends z.ZodType>(field: T) => field.optional().catch(undefined)
const TwoLetters = z.string().regex(/^[A-Z]{2}$/)

export const boardInput = z.object({
  partnership: Code,
  /** A direction's code, or all that are anchors. */
  direction: filter(z.literal('anchors').or(TwoLetters)),
  side: filter(z.literal('joint').or(TwoLetters)),
  body: filter(Code),
  due: filter(z.enum(dueFilters)),
  /** When they fall due, or were completed without a due date: `2026-Q3`, `..2026-Q3` and so on. */
  quarter: filter(z.string().refine((text) => readQuarters(text) !== undefined)),
  status: filter(z.literal('cancelled')),
  rows: filter(z.enum(['direction', 'organisation', 'side'])),
  /** Which column is open where one is shown at a time, and of which `after` is the page. */
  column: filter(z.enum(statuses)),
  after: filter(Cursor),
  /** Whoever wants a column's next page wants no other column. */
  only: filter(z.literal('column')),
})
export type BoardInput = z.infer<typeof boardInput>

export type BoardedPartnership = {
  id: string
  code: string
  title: Text
  sides: SideCode[]
  countries: { id: string; code: SideCode; today: PlainDate }[]
  directions: { id: string; code: string; title: Text; isAnchor: boolean }[]
  /** Those that answer for a milestone here. */
  bodies: { id: string; code: string; name: Text; side: SideCode | null }[]
  /** The dates that it is at the sides: the earlier and the later one. */
  earliest: PlainDate
  latest: PlainDate
}

export async function boardedPartnership(
  tx: Tx,
  code: string,
  language: Language,
): Promise<BoardedPartnership | undefined> {
  const [partnership] = await tx.$queryRaw<BoardedPartnership[]>`
    select p.id::text, p.code, text_in(p.title, ${language}) as title, of_sides.sides, of_sides.countries, of_sides.earliest,
      of_sides.latest,
      coalesce((select json_agg(json_build_object('id', d.id, 'code', d.code, 'title', text_in(d.title, ${language}),
          'isAnchor', d.is_anchor) order by d.position)
        from directions d where d.partnership_id = p.id and d.archived_at is null), '[]') as directions,
      coalesce((select json_agg(json_build_object('id', o.id, 'code', o.code, 'side', o.side, 'name', o.name)
          order by o.side, (o.name ->> 'text') ${inAlphabetOf(language)})
        from (select o.id, o.code, c.code as side, text_in(o.name, ${language}) as name
          from organisations o left join countries c on c.id = o.country_id
          -- Each body that may answer for one (responsibleTyped) is asked for its first: the milestones of all are many more.
          where (o.country_id is null or o.country_id = any(of_sides.ids) or o.joint_country_id = any(of_sides.ids))
            and (select true from milestones m
              where m.partnership_id = p.id and m.organisation_id = o.id and m.archived_at is null limit 1)
          offset 0) o), -- a fence: else each name would be looked up for its place, too
        '[]') as bodies
    from partnerships p
    cross join lateral (
      select json_agg(c.code order by s.position) as sides,
        json_agg(json_build_object('id', c.id, 'code', c.code, 'today', today.date) order by s.position) as countries,
        array_agg(c.id) as ids, min(today.date)::text as earliest, max(today.date)::text as latest
      from sides s join countries c on c.id = s.country_id
      cross join lateral (select (now() at time zone c.time_zone)::date as date) today
      where s.partnership_id = p.id) of_sides
    where p.code = ${code}`
  return partnership
}

/** What the address asks for, without what is not there. */
export function understood(input: BoardInput, { directions, sides, bodies }: BoardedPartnership): BoardInput {
  const { direction, side, body } = input
  return {
    ...input,
    direction:
      direction === 'anchors' || directions.some(({ code }) => code === direction) ? direction : undefined,
    side: side === 'joint' || sides.some((code) => code === side) ? side : undefined,
    body: bodies.some(({ code }) => code === body) ? body : undefined,
  }
}

/** Of `milestones m`: the day that it is at its side. The dates of the sides were asked for once: for each milestone to find
 *  its own costs too much. */
export function todayIn({ countries, earliest }: BoardedPartnership): Sql {
  const days = countries.reduce(
    (all, { id, today }) => sql`${all} when ${id}::uuid then ${today}::date`,
    none,
  )
  return sql`case m.country_id ${days} else ${earliest}::date end`
}

/** Of `milestones m`: `overdue` or `no_evidence`, something else where it is not late. Whether it waits for others changes
 *  nothing about that. */
export const lateIn = (partnership: BoardedPartnership): Sql => sql`
  lateness(m.status, m.due_on, m.percent, m.started_on, m.accepted_on, m.fact_on, false, ${todayIn(partnership)})`

/** Conditions on `milestones m`. */
export function filtersOf(
  { direction, side, body, due, quarter }: BoardInput,
  partnership: BoardedPartnership,
  late: Sql,
): Sql {
  return sql`m.partnership_id = ${partnership.id}::uuid and m.archived_at is null
    ${given(directionsAsked(direction, partnership.directions), ([first, ...further]) =>
      further.length === 0
        ? sql`and m.direction_id = ${first}::uuid`
        : sql`and m.direction_id = any(${[first, ...further]}::uuid[])`,
    )}
    ${ofResponsible({ side, body }, partnership)}
    ${given(due, (wanted) => dueFilter(wanted, partnership, late))}
    ${inQuarters(sql`coalesce(m.due_on, m.completed_on)`, quarter)}`
}

/** Who answers for milestones, or for what is counted of them: `m`. */
export const ofResponsible = (
  { side, body }: Pick<BoardInput, 'side' | 'body'>,
  { countries, bodies }: BoardedPartnership,
): Sql => sql`
  ${given(side, (code) =>
    code === 'joint' ? sql`and m.country_id is null` : sql`and m.country_id = ${idOf(code, countries)}::uuid`,
  )}
  ${given(body, (code) => sql`and m.organisation_id = ${idOf(code, bodies)}::uuid`)}`

/** A condition on a day, if quarters are asked for. */
export function inQuarters(day: Sql, quarter: BoardInput['quarter']): Sql {
  const days = quarter === undefined ? undefined : readQuarters(quarter)
  if (days === undefined) return none
  if (days === 'none') return sql`and ${day} is null`
  return sql`
    ${given(days.from, (from) => sql`and ${day} >= ${from}::date`)}
    ${given(days.to, (to) => sql`and ${day} <= ${to}::date`)}`
}

const idOf = (code: string, all: readonly { id: string; code: string }[]) =>
  all.find((one) => one.code === code)?.id

/** Ids of the directions that are asked for; undefined: all. */
export function directionsAsked(
  direction: BoardInput['direction'],
  all: BoardedPartnership['directions'],
): string[] | undefined {
  if (direction === undefined) return undefined
  return all
    .filter(({ code, isAnchor }) => (direction === 'anchors' ? isAnchor : code === direction))
    .map(({ id }) => id)
}

export const open = sql`m.status not in ('completed', 'cancelled')`

/** The dates stand beside the lateness that they follow from, so that an index can be used; and the lateness in a CASE, which
 *  PostgreSQL takes to be true of every second row: else it would read and sort all late ones for the first fifty. */
function dueFilter(wanted: DueFilter, { earliest, latest }: BoardedPartnership, late: Sql): Sql {
  if (wanted === 'undated') return sql`and ${open} and m.due_on is null`
  if (wanted === 'late' || isLate(wanted)) {
    const kinds = wanted === 'late' ? ['overdue', 'no_evidence'] : [wanted]
    return sql`and ${open} and m.due_on < ${latest}::date
      and case when ${late} = any(${kinds}::text[]) then true else false end`
  }
  return sql`and ${open} and m.due_on >= ${earliest}::date
    and m.id in (select today.id from milestones_today today
      where today.partnership_id = m.partnership_id and today.due_on >= ${earliest}::date and today.lateness = ${wanted})`
}

export const keyOf = {
  direction: sql`m.direction_id`,
  organisation: sql`m.organisation_id`,
  side: sql`m.country_id`,
} as const

/** As it stands in an address. */
export function written({ isLate: wasLate, on, code }: Cursor): string {
  return `${wasLate ? 'late' : 'open'}.${on ?? 'undated'}.${code}`
}
