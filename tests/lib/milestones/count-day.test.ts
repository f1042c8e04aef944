import { expect, test } from 'vitest'
import type { Viewer } from '#lib/access/viewer.ts'
import { directionPage } from '#lib/directions/direction.ts'
import { milestoneBoard } from '#lib/milestones/board.ts'
import { countDay } from '#lib/milestones/count-day.ts'
import { startMilestone } from '#lib/milestones/start.ts'
import { partnershipOverview } from '#lib/partnerships/overview.ts'
import { run } from '#lib/runner/run.ts'
import { asOwner, newId, owner, rows } from '#tests/builders.ts'
import { anOwnMilestone, withProgramme } from '#tests/programme.ts'

/** Tallies know what is late up to a day, which moves on; whichever day that is, everybody reads what is late today. */

const programme = withProgramme()

const verified = async () => expect(await rows('select * from verify_ledger()')).toEqual([])

const counted = async (viewer: Viewer) => {
  const asked = { partnership: 'UZ-KR' }
  const boards = [
    {},
    { direction: 'SC' },
    { quarter: '2026-Q3..' },
    { due: 'late' },
    { side: 'UZ', due: 'overdue' },
    { rows: 'direction' },
    { rows: 'side' },
    { rows: 'organisation' },
    { rows: 'organisation', direction: 'EN' },
  ]
  return [
    (await partnershipOverview.ask(viewer, asked, 'en'))?.directions,
    (await directionPage.ask(viewer, { ...asked, direction: 'EN' }, 'en'))?.rolled,
    ...(await Promise.all(boards.map((board) => milestoneBoard.ask(viewer, { ...asked, ...board }, 'en')))),
  ]
}
const ofAll = async () => [
  await counted(programme().staff),
  await counted(programme().koreanStaff),
  await counted(programme().observer),
]

/** As if it had been counted on that day for the last time. */
const countedUpTo = (day: string) =>
  asOwner(async (tx) => {
    await tx.query(
      `select move_tallies(null, a.id, a.partnership_id, h.counted_on, $1)
       from heads h join audiences a on a.id = h.audience_id where a.partnership_id is not null`,
      [day],
    )
    await tx.query(
      `update heads set counted_on = $1
       where audience_id in (select id from audiences where partnership_id is not null)`,
      [day],
    )
  })

const days = () =>
  rows<{ day: string; today: string }>(
    `select distinct h.counted_on::text as day, today_at(a.partnership_id, null)::text as today
     from heads h join audiences a on a.id = h.audience_id where a.partnership_id is not null`,
  )
const everyDayIsToday = async () => {
  await verified()
  const [first, ...further] = await days()
  expect(further).toEqual([])
  expect(first?.day).toBe(first?.today)
}

const plannedOnes = () =>
  rows<{ code: string; version: string }>(
    `select m.code, m.version from milestones m join countries c on c.id = m.country_id
     where m.status = 'planned' and c.code = 'UZ' and m.due_on < now() order by m.due_on limit 3`,
  )

for (const day of ['-infinity', '2025-02-11', '2026-10-31'])
  test(`counted up to ${day}, everybody reads what is late today, and so they do when the days since are counted`, async () => {
    const expected = await ofAll()
    await countedUpTo(day)
    await verified()
    expect(await ofAll()).toEqual(expected)
    await countDay()
    await everyDayIsToday()
    expect(await ofAll()).toEqual(expected)
  })

test('where a clock was ahead, what is not late yet is taken back', async () => {
  const expected = await ofAll()
  await countedUpTo('2050-01-01')
  await verified()
  expect(await ofAll()).not.toEqual(expected)
  await countDay()
  await everyDayIsToday()
  expect(await ofAll()).toEqual(expected)
})

test('what is done between counts as late or in time as the day of its head says', async () => {
  await countedUpTo('2026-01-01')
  const planned = await plannedOnes()
  expect(planned).toHaveLength(3)
  for (const { code, version } of planned)
    expect(
      await run(startMilestone, programme().staff, { id: newId(), milestone: code, version }),
    ).toMatchObject({ ok: true })
  await anOwnMilestone('UZ', 'UZ-KR-SC-01')
  await verified()
  const before = await ofAll()
  await countDay()
  await everyDayIsToday()
  expect(await ofAll()).toEqual(before)
})

/** Of what both sides see. */
const shared = `(select a.id from audiences a join partnerships p on p.id = a.partnership_id
  where p.code = 'UZ-KR' and a.kind = 'shared')`

test('what is written before the day is counted and sealed after it is counted once', async () => {
  await countedUpTo('2026-01-01')
  const [milestone] = await plannedOnes()
  const writer = await owner().connect()
  try {
    await writer.query('begin')
    await writer.query(`select view_as(common(), common(), array[${shared}], array[${shared}])`)
    await writer.query('update milestones set weight = weight % 5 + 1 where code = $1', [milestone?.code])
    await countDay()
    await everyDayIsToday()
    await writer.query(`select seal('import')`)
    await writer.query('commit')
  } finally {
    writer.release(true)
  }
  await everyDayIsToday()
})

test('nobody is waited for: what somebody seals is counted the next time', async () => {
  await countedUpTo('2026-01-01')
  const before = await ofAll()
  const writer = await owner().connect()
  try {
    await writer.query('begin')
    await writer.query(`select from heads where audience_id = ${shared} for no key update`)
    await countDay()
    expect((await days()).map(({ day, today }) => day === today).toSorted()).toEqual([false, true])
    expect(await ofAll()).toEqual(before)
    await writer.query('rollback')
  } finally {
    writer.release(true)
  }
  await countDay()
  await everyDayIsToday()
  expect(await ofAll()).toEqual(before)
})
