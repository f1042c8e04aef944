import { beforeAll, expect, test } from 'vitest'
import type { Viewer } from '#lib/access/viewer.ts'
import { milestoneBoard } from '#lib/milestones/board.ts'
import { startMilestone } from '#lib/milestones/start.ts'
import { partnershipOverview } from '#lib/partnerships/overview.ts'
import { changePercent } from '#lib/rules/figures.ts'
import { medianSlip } from '#lib/rules/slip.ts'
import { run } from '#lib/runner/run.ts'
import { newId, rows } from '#tests/builders.ts'
import { anOwnMilestone, withProgramme } from '#tests/programme.ts'

const programme = withProgramme()

const overviewOf = async (viewer: Viewer) => {
  const found = await partnershipOverview.ask(viewer, { partnership: 'UZ-KR' }, 'en')
  if (!found) throw new Error('there is no such partnership')
  return found
}
type Overview = Awaited<ReturnType<typeof overviewOf>>
let overview: Overview
beforeAll(async () => {
  overview = await overviewOf(programme().observer)
})

test('seven anchors and one beside them; all anchors together are the sum of the seven', () => {
  const { rows: directions, anchors } = overview.directions
  expect(directions.map(({ code, isAnchor }) => [code, isAnchor])).toEqual([
    ...['CM', 'SC', 'CH', 'MB', 'AG', 'IU', 'EN'].map((code) => [code, true]),
    ['XC', false],
  ])
  expect([anchors.completed, anchors.all]).toEqual([119, 182])
  expect(directions.reduce((sum, { initiatives }) => sum + initiatives, 0)).toBe(101)
  const seven = directions.filter(({ isAnchor }) => isAnchor).map(({ rolled }) => rolled)
  const sum = (of: (one: (typeof seven)[number]) => number) => seven.reduce((all, one) => all + of(one), 0)
  expect([sum(({ all }) => all), sum(({ overdue }) => overdue), sum(({ noEvidence }) => noEvidence)]).toEqual(
    [anchors.all, anchors.overdue, anchors.noEvidence],
  )
  expect(sum(({ progress }) => progress.product)).toBe(anchors.progress.product)
  expect(sum(({ progress }) => progress.weight)).toBe(anchors.progress.weight)
})

test('overview and board count the same', async () => {
  for (const row of overview.directions.rows) {
    const board = await milestoneBoard.ask(
      programme().observer,
      { partnership: 'UZ-KR', direction: row.code },
      'en',
    )
    expect([board?.total, board?.overdue, board?.noEvidence]).toEqual([
      row.rolled.all,
      row.rolled.overdue,
      row.rolled.noEvidence,
    ])
  }
})

test('each milestone stands in one quarter, or in none that is known', () => {
  for (const { rolled, quarters } of overview.directions.rows) {
    expect(quarters.reduce((sum, { all }) => sum + all, 0)).toBe(rolled.all)
    expect(quarters.reduce((sum, { late }) => sum + late, 0)).toBe(rolled.overdue + rolled.noEvidence)
  }
})

test('the board shows as many milestones of a quarter as the overview counts', async () => {
  const counted = overview.directions.rows.flatMap(({ code, quarters }) =>
    quarters.map(({ quarter, all, late }) => ({ code, quarter, all, late })),
  )
  expect(counted.length).toBeGreaterThan(50)
  for (const { code, quarter, all, late } of counted) {
    const asked = { partnership: 'UZ-KR', direction: code, quarter: quarter ?? 'none' }
    const board = await milestoneBoard.ask(programme().observer, asked, 'en')
    const cards = board?.rows.flatMap(({ columns }) => columns).flatMap((column) => column.cards)
    expect([
      code,
      quarter,
      board?.total,
      (board?.overdue ?? 0) + (board?.noEvidence ?? 0),
      cards?.length,
    ]).toEqual([code, quarter, all, late, all])
  }
})

test('the slip is the median of the milestones whose date moved', async () => {
  const moved = await rows<{ code: string; anchor: boolean; days: number }>(
    `select d.code, d.is_anchor as anchor, sum(c.days)::int as days from due_date_changes c
     join milestones m on m.id = c.milestone_id and m.status <> 'cancelled' join directions d on d.id = m.direction_id
     where c.kind = 'moved' and c.state = 'agreed' group by m.id, d.id`,
  )
  const of = (some: typeof moved) => some.map(({ days }) => ({ days, size: 1 }))
  expect(overview.moved.anchors).toBe(medianSlip(of(moved.filter(({ anchor }) => anchor))))
  expect(overview.moved.size).toBe(moved.filter(({ anchor }) => anchor).length)
  for (const { code, median: said, size } of overview.moved.directions) {
    const here = moved.filter((one) => one.code === code)
    expect([said, size]).toEqual([medianSlip(of(here)), here.length])
  }
})

test('the trade that the programme began from, as reported and as computed', () => {
  const { trade } = overview
  expect(trade).toMatchObject({ startsOn: '2024-01-01', endsOn: '2024-04-30', currency: 'USD' })
  expect([Number(trade?.value), Number(trade?.earlier?.value), Number(trade?.change)]).toEqual([
    695e6, 802.1e6, -13.3,
  ])
  expect(changePercent(trade?.earlier?.value ?? '', trade?.value ?? '')).toBe('-13.35')
})

test('what the data does not know is said, with what the programme rests on', () => {
  const { programme: shown, waiting, lately } = overview
  expect([shown.caveats.length, shown.landmarks.length, shown.endsInferred]).toEqual([11, 7, true])
  expect(shown.sources.length).toBeGreaterThan(0)
  expect(shown.finance.some(({ transactionType }) => transactionType === null)).toBe(true)
  expect(waiting).toEqual({ items: [], all: 0, page: null })
  expect(lately).toEqual([])
})

test('what Uzbekistan keeps to itself stands apart for it, and changes nothing that Korea reads', async () => {
  const there = [await overviewOf(programme().koreanStaff), await overviewOf(programme().observer)]
  const here = await overviewOf(programme().staff)
  await anOwnMilestone('UZ', 'UZ-KR-SC-01')
  expect([await overviewOf(programme().koreanStaff), await overviewOf(programme().observer)]).toEqual(there)
  const after = await overviewOf(programme().staff)
  const rolledOf = (one: Overview) => one.directions.rows.find(({ code }) => code === 'SC')?.rolled
  expect(rolledOf(after)?.own).toBe(1)
  expect({ ...rolledOf(after), own: 0 }).toEqual(rolledOf(here))
  expect(after.directions.anchors).toEqual({ ...here.directions.anchors, own: 1 })
  const quartersOf = (one: Overview) => one.directions.rows.map(({ quarters }) => quarters)
  expect(quartersOf(after)).toEqual(quartersOf(here))
  const shown = await Promise.all(
    ['..2026-Q4', '2027-Q1..', 'none'].map((quarter) =>
      milestoneBoard.ask(programme().staff, { partnership: 'UZ-KR', direction: 'SC', quarter }, 'en'),
    ),
  )
  const total = shown.reduce((sum, board) => sum + (board?.total ?? 0), 0)
  expect(total).toBe((rolledOf(after)?.all ?? 0) + 1)
  expect(after.moved).toEqual(here.moved)
})

test('what somebody did stands there at once, for both sides, under the post', async () => {
  const [planned] = await rows<{ code: string; title: string }>(
    `select m.code from milestones m join countries c on c.id = m.country_id
     where m.status = 'planned' and c.code = 'UZ' and m.code like 'UZ-KR-SC-%' limit 1`,
  )
  const started = await run(startMilestone, programme().staff, {
    id: newId(),
    milestone: planned?.code,
    version: (
      await rows<{ version: string }>('select version from milestones where code = $1', planned?.code)
    )[0]?.version,
  })
  expect(started).toMatchObject({ ok: true })
  for (const viewer of [programme().staff, programme().koreanStaff, programme().observer])
    expect((await overviewOf(viewer)).lately[0]).toMatchObject({
      command: 'milestones.start',
      post: { side: 'UZ' },
      milestone: { code: planned?.code },
      status: 'in_progress',
    })
})
