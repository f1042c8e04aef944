import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { v7 as newId, version } from 'uuid'
import { expect, test } from 'vitest'
import type { Viewer } from '#lib/access/viewer.ts'
import { seenBy } from '#lib/access/wall.ts'
import { sql } from '#lib/core/database.ts'
import { directionPage } from '#lib/directions/direction.ts'
import type { RollUp } from '#lib/directions/roll-up.ts'
import { initiativePage } from '#lib/initiatives/initiative.ts'
import { sideDays } from '#lib/milestones/side-days.ts'
import { slipDays } from '#lib/milestones/slip-of.ts'
import { partnershipOverview } from '#lib/partnerships/overview.ts'
import { kindOfChange } from '#lib/rules/due-date-change.ts'
import {
  addDays,
  daysBetween,
  type Due,
  lastDayOf,
  precisions,
  todayIn,
  todayInAll,
} from '#lib/rules/due-date.ts'
import { isLate, lateness, type Lateness, type Timed } from '#lib/rules/lateness.ts'
import { statuses, type Status } from '#lib/rules/milestone-status.ts'
import { progressOf } from '#lib/rules/progress.ts'
import { type DueDateChange, slipCounted } from '#lib/rules/slip.ts'
import { aMilestone, asOwner, insert, rows, texts } from '#tests/builders.ts'
import { withWorld } from '#tests/world.ts'

/** Where SQL says a formula of lib/rules once more, the two give the same on random data. */

const world = withWorld()
const zones = { UZ: 'Asia/Tashkent', KR: 'Asia/Seoul' } as const
const today = todayIn(zones.UZ, new Date())

/** Near today, and often on the very days on which a formula turns. */
const near = fc.oneof(
  fc.integer({ min: -500, max: 500 }),
  fc.constantFrom(-91, -90, -89, -1, 0, 1, 29, 30, 31),
)
const day = near.map((days) => addDays(today, days))
const due = fc.tuple(day, fc.constantFrom(...precisions)).map(([on, precision]) => ({
  on: lastDayOf(on, precision),
  precision,
}))
const timed = {
  status: fc.constantFrom<Status>(...statuses),
  percent: fc.option(fc.integer({ min: 0, max: 100 })),
  startedOn: fc.option(day),
  acceptedOn: fc.option(day),
  factOn: fc.option(day),
}
const anyTimed = fc.record({ ...timed, dueOn: fc.option(day), waitsForLate: fc.boolean() })

test('an id that is made in SQL is one of those made outside, in the order of time', async () => {
  const made = async () => (await rows<{ id: string }>('select new_id() as id'))[0]?.id ?? ''
  const ids: string[] = []
  for (const make of [newId, made, newId, made]) {
    ids.push(await make())
    await sleep(2)
  }
  expect(ids.map(version)).toEqual([7, 7, 7, 7])
  expect(ids.toSorted()).toEqual(ids)
})

test('lateness() is the rule', async () => {
  const some = fc.sample(anyTimed, { numRuns: 3000, seed: 8 })
  const found = await rows<{ lateness: Lateness }>(
    `select lateness(m.status, m."dueOn", m.percent, m."startedOn", m."acceptedOn", m."factOn", m."waitsForLate", $2)
     from jsonb_to_recordset($1) as m (n int, status text, "dueOn" date, percent int, "startedOn" date,
       "acceptedOn" date, "factOn" date, "waitsForLate" boolean) order by m.n`,
    JSON.stringify(some.map((one, n) => ({ ...one, n }))),
    today,
  )
  const wrong = some.flatMap((one, n) =>
    found[n]?.lateness === lateness(one, today) ? [] : [{ ...one, sql: found[n]?.lateness }],
  )
  expect(wrong).toEqual([])
  // Each of its names was among them.
  expect(new Set(found.map((row) => row.lateness)).size).toBe(8)
})

const anyMilestone = fc.record({
  ...timed,
  due: fc.option(due),
  side: fc.constantFrom('UZ', 'KR', null),
  visibility: fc.constantFrom('public', 'shared', 'shared', 'UZ', 'KR'),
  weight: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 1000 })),
  /** Among those before it, so that no circle arises. */
  waitsFor: fc.option(fc.nat({ max: 5 })),
  isArchived: fc.integer({ min: 0, max: 9 }).map((one) => one === 0),
})
type Any = ReturnType<typeof sample>[number]
/** The same on every run, so that a failure can be run again. */
const sample = (numRuns: number, seed: number) => fc.sample(anyMilestone, { numRuns, seed })

/** Puts them into an initiative of their own. A dependency leads to one that its audience sees. */
async function put(milestones: readonly Any[], initiative: string) {
  const { audience, partnership, direction, country } = world()
  return asOwner(async (tx) => {
    await tx.query(`select set_config('langar.releasing', $1, true)`, [audience.public])
    const id = await insert(tx, 'initiatives', {
      audience_id: audience.public,
      partnership_id: partnership,
      direction_id: direction,
      code: initiative,
      title: texts(initiative),
      standing: 'in_progress',
    })
    const made: { id: string; milestone: Any; waitsFor: number | null }[] = []
    for (const [n, milestone] of milestones.entries()) {
      const { status, due: dated, side, waitsFor } = milestone
      const row = await insert(tx, 'milestones', {
        audience_id: audience[milestone.visibility],
        partnership_id: partnership,
        direction_id: direction,
        initiative_id: id,
        code: `${initiative}-${String(n + 1).padStart(3, '0')}`,
        title: texts('Milestone'),
        country_id: side && country[side],
        status,
        status_before: status === 'cancelled' ? 'planned' : null,
        block_cause: status === 'blocked' ? 'permit' : null,
        block_words: status === 'blocked' ? 'waits for a permit' : null,
        percent: milestone.percent,
        weight: milestone.weight,
        started_on: milestone.startedOn,
        accepted_on: milestone.acceptedOn,
        fact_on: milestone.factOn,
        baseline_on: dated?.on,
        baseline_precision: dated?.precision,
        due_on: dated?.on,
        due_precision: dated?.precision,
        archived_at: milestone.isArchived ? new Date() : null,
      })
      const first = n - 1 - (waitsFor ?? n)
      const before = first < 0 ? undefined : made[first]
      const waits =
        before !== undefined &&
        ['public', 'shared', milestone.visibility].includes(before.milestone.visibility)
      if (waits)
        await insert(tx, 'milestone_dependencies', {
          audience_id: audience[milestone.visibility === 'public' ? 'shared' : milestone.visibility],
          milestone_id: row,
          waits_for_id: before.id,
        })
      made.push({ id: row, milestone, waitsFor: waits ? first : null })
    }
    return made
  })
}

test('milestones_today knows each side’s own day, what is waited for, and leaves the archived out', async () => {
  const milestones = sample(200, 26)
  const made = await put(milestones, 'UZ-KR-SC-11')
  const found = await rows<{ id: string; today: string; lateness: Lateness; at: Date }>(
    `select id, today::text, lateness, now() as at from milestones_today where id = any($1)`,
    made.map(({ id }) => id),
  )
  const at = found[0]?.at ?? new Date()
  const todayOf = (side: Any['side']) =>
    side === null ? todayInAll([zones.UZ, zones.KR], at) : todayIn(zones[side], at)
  const timedOf = ({ due: dated, ...milestone }: Any, waitsForLate: boolean): Timed => ({
    ...milestone,
    dueOn: dated?.on ?? null,
    waitsForLate,
  })
  const isLateNow = (n: number) => {
    const one = milestones[n]
    return one !== undefined && !one.isArchived && isLate(lateness(timedOf(one, false), todayOf(one.side)))
  }
  const expected = made
    .filter(({ milestone }) => !milestone.isArchived)
    .map(({ id, milestone, waitsFor }) => ({
      id,
      today: todayOf(milestone.side),
      lateness: lateness(
        timedOf(milestone, waitsFor !== null && isLateNow(waitsFor)),
        todayOf(milestone.side),
      ),
    }))
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
  expect(found.toSorted(byId)).toEqual(expected.map((row) => ({ ...row, at })).toSorted(byId))
  expect(made.filter(({ waitsFor }) => waitsFor !== null).length).toBeGreaterThan(30)
})

test('the day of each side of a partnership, and of both the earlier one', async () => {
  const at = { UZ: 'Pacific/Pago_Pago', KR: 'Pacific/Kiritimati' } // 25 hours apart: never the same day
  const { partnership, country } = world()
  const move = (zone: typeof zones | typeof at) =>
    asOwner((tx) =>
      tx.query(
        `update countries set time_zone = case code when 'UZ' then $1 else $2 end where code in ('UZ', 'KR')`,
        [zone.UZ, zone.KR],
      ),
    )
  await move(at)
  try {
    const found = await seenBy(
      world().observer,
      (tx) =>
        tx.$queryRaw<{ country: string | null; today: string; at: Date }[]>`
        with ${sideDays([partnership])}
        select country_id::text as country, today::text, now() as at from side_days
        where partnership_id = ${partnership}::uuid order by country_id = ${country.UZ}::uuid desc nulls last`,
    )
    const now = found[0]?.at ?? new Date()
    expect(found.map(({ country: side, today: date }) => [side, date])).toEqual([
      [country.UZ, todayIn(at.UZ, now)],
      [country.KR, todayIn(at.KR, now)],
      [null, todayInAll([at.UZ, at.KR], now)],
    ])
  } finally {
    await move(zones)
  }
})

test('slip is the rule’s: of what was agreed, and moved the date', async () => {
  const { audience, partnership } = world()
  const some = fc.sample(
    fc.array(fc.record({ due, state: fc.constantFrom('agreed', 'agreed', 'agreed', 'refused') }), {
      maxLength: 5,
    }),
    { numRuns: 60, seed: 6 },
  )
  const expected = new Map<string, number>()
  for (const dates of some) {
    const milestone = await aMilestone(world())
    let from: Due | null = null
    const agreed: DueDateChange[] = []
    for (const [n, { due: to, state }] of dates.entries()) {
      const before: Due | null = from
      await asOwner((tx) =>
        insert(tx, 'due_date_changes', {
          audience_id: audience.shared,
          partnership_id: partnership,
          milestone_id: milestone.id,
          kind: kindOfChange(before, to),
          from_on: before?.on,
          from_precision: before?.precision,
          to_on: to.on,
          to_precision: to.precision,
          days: before && daysBetween(before.on, to.on),
          state,
          position: n + 1,
        }),
      )
      if (state !== 'agreed') continue
      if (before) agreed.push({ from: before, to })
      from = to
    }
    expected.set(milestone.id, slipCounted(agreed))
  }
  const found = await seenBy(
    world().observer,
    (tx) =>
      tx.$queryRaw<{ id: string; slip: number }[]>`
      select m.id::text, ${slipDays(sql`m.id`)} as slip from milestones m where m.id = any(${[...expected.keys()]}::uuid[])`,
  )
  expect(new Map(found.map(({ id, slip }) => [id, slip]))).toEqual(expected)
  expect([...expected.values()].filter((days) => days !== 0).length).toBeGreaterThan(20)
})

test('what milestones come to is the rule’s progress, the same for both sides, own ones apart', async () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const milestones = sample(seed * 12, seed)
    const code = `UZ-KR-SC-2${seed}`
    await put(milestones, code)
    const listed = async (viewer: Viewer) => {
      const page = await directionPage.ask(viewer, { partnership: 'UZ-KR', direction: 'SC' }, 'en')
      const rolled = page?.initiatives.find((one) => one.code === code)?.rolled
      if (!rolled) throw new Error(`${code} is not listed`)
      return rolled
    }
    const [here, there] = [await listed(world().staff), await listed(world().koreanStaff)]
    const counted = milestones.filter(
      ({ isArchived, visibility }) => !isArchived && (visibility === 'public' || visibility === 'shared'),
    )
    const rule = progressOf(counted)
    expect(here.progress).toMatchObject({
      percent: rule.percent,
      unknown: rule.unknown,
      weight: rule.weight,
      product: rule.product,
    })
    expect([here.all, here.completed]).toEqual([
      rule.counted,
      counted.filter(({ status }) => status === 'completed').length,
    ])
    expect(here.parts.reduce((sum, { size }) => sum + size, 0)).toBe(here.all)
    expect(here.progress.rows.reduce((sum, { product }) => sum + product, 0)).toBe(rule.product)

    const ownOf = (side: string) =>
      milestones.filter(
        ({ visibility, isArchived, status }) => visibility === side && !isArchived && status !== 'cancelled',
      ).length
    expect([here.own, there.own]).toEqual([ownOf('UZ'), ownOf('KR')])
    expect({ ...there, own: 0 }).toEqual({ ...here, own: 0 })

    const page = await initiativePage.ask(world().observer, { initiative: code }, 'en')
    const late = page?.milestones.filter(
      ({ lateness: kind, status, own }) => !own && isLate(kind) && status !== 'cancelled',
    )
    expect(here.overdue).toBe(late?.filter((one) => one.lateness === 'overdue').length)
    expect(here.noEvidence).toBe(late?.filter((one) => one.lateness === 'no_evidence').length)
  }
  const overview = await partnershipOverview.ask(world().observer, { partnership: 'UZ-KR' }, 'en')
  const direction = await directionPage.ask(world().observer, { direction: 'UZ-KR-SC' }, 'en')
  const rows = overview?.directions.rows ?? []
  expect(rows.map(({ rolled }) => rolled)).toEqual([direction?.rolled])
  const quarters = (of: 'all' | 'late') =>
    rows.flatMap((row) => row.quarters).reduce((sum, quarter) => sum + quarter[of], 0)
  expect([quarters('all'), quarters('late')]).toEqual([
    direction?.rolled.all,
    (direction?.rolled.overdue ?? 0) + (direction?.rolled.noEvidence ?? 0),
  ])

  // A direction’s milestones are kept counted; those of its initiatives are counted one by one.
  const sums = ({ all, completed, oneKey, overdue, noEvidence, own, progress, parts }: RollUp) => ({
    all,
    completed,
    oneKey,
    overdue,
    noEvidence,
    own,
    weight: progress.weight,
    product: progress.product,
    unknown: progress.unknown,
    ...Object.fromEntries(parts.map(({ part, size }) => [`in ${part}`, size])),
  })
  const counted: Record<string, number> = {}
  for (const { rolled } of direction?.initiatives ?? [])
    for (const [name, size] of Object.entries(sums(rolled))) counted[name] = (counted[name] ?? 0) + size
  expect(direction && sums(direction.rolled)).toEqual(counted)
  expect(counted['overdue']).toBeGreaterThan(10)
})
