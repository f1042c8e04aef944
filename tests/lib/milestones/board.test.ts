import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Viewer } from '#lib/access/viewer.ts'
import { type BoardCard, cardsOfCell } from '#lib/milestones/board-cards.ts'
import { milestoneBoard, type MilestoneBoard } from '#lib/milestones/board.ts'
import { blockMilestone } from '#lib/milestones/block.ts'
import { confirmMilestone } from '#lib/milestones/confirm.ts'
import { disputeMilestone } from '#lib/milestones/dispute.ts'
import { startMilestone } from '#lib/milestones/start.ts'
import { unblockMilestone } from '#lib/milestones/unblock.ts'
import { withdrawKey } from '#lib/milestones/withdraw.ts'
import { run } from '#lib/runner/run.ts'
import type { Status } from '#lib/rules/milestone-status.ts'
import { aMilestone, asOwner, insert, newId, rows, texts, versionOf } from '#tests/builders.ts'
import { withWorld } from '#tests/world.ts'

const world = withWorld()

type Asked = Record<string, string>
type Who = 'staff' | 'koreanStaff' | 'observer' | 'stranger'

async function board(viewer: Viewer, asked: Asked = {}): Promise<MilestoneBoard> {
  const found = await milestoneBoard.ask(viewer, { partnership: 'UZ-KR', ...asked }, 'en')
  if (!found) throw new Error('there is no such partnership')
  return found
}
const columnsOf = (found: MilestoneBoard) => found.rows.flatMap(({ columns }) => columns)
const codesOf = (cards: readonly BoardCard[]) => cards.map(({ code }) => code)

/** The cards of every page of a column, as its reader walks on. */
async function walked(viewer: Viewer, column: Status, asked: Asked = {}): Promise<BoardCard[]> {
  const cards: BoardCard[] = []
  for (let after: Asked = {}; ;) {
    const [page] = columnsOf(await board(viewer, { ...asked, column, only: 'column', ...after }))
    if (!page) throw new Error(`there is no column ${column}`)
    expect(page.cards.length).toBeLessThanOrEqual(50)
    cards.push(...page.cards)
    if (page.next === null) return cards
    after = { after: page.next }
  }
}

const shown: Status[] = ['planned', 'in_progress', 'blocked', 'claimed', 'disputed', 'completed']

const isLate = ({ lateness }: BoardCard) => lateness === 'overdue' || lateness === 'no_evidence'

/** What falls due then; completed without a due date, what was completed then. */
const within =
  (from: string, to: string) =>
  ({ due, completed }: BoardCard) => {
    const day = due?.on ?? completed?.on
    return day !== undefined && day >= from && day <= to
  }
const ofMinistryWithin = (from: string, to: string) => (card: BoardCard) =>
  card.organisation?.code === 'MINISTRY' && within(from, to)(card)

/** A hundred and forty of every kind, from a series that is the same each time. */
beforeAll(async () => {
  for (let n = 0; n < 140; n += 1) {
    const status = n < 70 ? 'planned' : ([...shown, 'cancelled'] as const)[n % 7]
    const side = ([null, 'UZ', 'KR'] as const)[n % 3] ?? null
    await aMilestone(world(), {
      status: status ?? 'planned',
      side,
      body: side === 'KR' ? 'koreanMinistry' : n % 2 === 0 ? 'ministry' : 'agency',
      visibility: n % 10 === 1 ? 'UZ' : n % 10 === 2 ? 'KR' : 'shared',
      due: n % 6 === 0 ? null : `20${n % 4 === 0 ? 20 : 30 + (n % 3)}-0${1 + (n % 5)}-15`,
      confirmedBy: status === 'completed' ? ['UZ', 'KR'] : status === 'claimed' ? ['UZ'] : [],
    })
  }
  // Of those that are late some have been reported on after their date.
  await asOwner((tx) =>
    tx.query(
      `update milestones set accepted_on = '2026-01-01' where due_on < '2021-01-01' and right(code, 1) = '5'`,
    ),
  )
  // And one of those without a date was completed on a day that is known.
  await asOwner((tx) =>
    tx.query(
      `update milestones set completed_on = '2030-05-05', completed_precision = 'day' where id = (
         select id from milestones where status = 'completed' and due_on is null order by code limit 1)`,
    ),
  )
}, 120_000)

describe.each(['staff', 'koreanStaff', 'observer', 'stranger'] as const)('as %s', (who) => {
  test('every head says how many cards there are, and how many are late in each way', async () => {
    const found = await board(world()[who])
    for (const { status, size, overdue, noEvidence } of columnsOf(found)) {
      const cards = await walked(world()[who], status)
      expect({ status, size, overdue, noEvidence }).toEqual({
        status,
        size: cards.length,
        overdue: cards.filter(({ lateness }) => lateness === 'overdue').length,
        noEvidence: cards.filter(({ lateness }) => lateness === 'no_evidence').length,
      })
    }
    const sum = (of: 'size' | 'overdue' | 'noEvidence') =>
      columnsOf(found).reduce((all, column) => all + column[of], 0)
    expect(found).toMatchObject({
      total: sum('size'),
      overdue: sum('overdue'),
      noEvidence: sum('noEvidence'),
    })
  })

  test('page by page each card comes once, late first, then by date, undated last, then by code', async () => {
    for (const status of shown) {
      const cards = await walked(world()[who], status)
      const codes = codesOf(cards)
      expect(new Set(codes).size).toBe(codes.length)
      const inOrder = cards.toSorted(
        (a, b) =>
          Number(isLate(b)) - Number(isLate(a)) ||
          (a.due?.on ?? '9').localeCompare(b.due?.on ?? '9') ||
          (a.code < b.code ? -1 : 1),
      )
      expect(codes).toEqual(codesOf(inOrder))
    }
  })
})

test('a later page of one column leaves the first pages of the others', async () => {
  const { staff } = world()
  const first = await board(staff)
  const next = columnsOf(first)[0]?.next
  expect(next).toMatch(/^open\./)
  const later = await board(staff, { column: 'planned', after: next ?? '' })
  expect(columnsOf(later).slice(1)).toEqual(columnsOf(first).slice(1))
  const [planned] = columnsOf(later)
  expect(planned?.isLater).toBe(true)
  expect(codesOf(planned?.cards ?? [])).toEqual(codesOf((await walked(staff, 'planned')).slice(50)))
})

test('neither side sees the other’s own, not in a count; a stranger sees none of what both share', async () => {
  const sizes = async (who: 'staff' | 'koreanStaff' | 'observer' | 'stranger') =>
    (await board(world()[who])).total
  const [count] = await rows<Record<'all' | 'uz' | 'kr', number>>(
    `select count(*)::int as all, count(*) filter (where audience_id = $1)::int as uz,
       count(*) filter (where audience_id = $2)::int as kr from milestones where status <> 'cancelled'`,
    world().audience.UZ,
    world().audience.KR,
  )
  const { all = 0, uz = 0, kr = 0 } = count ?? {}
  expect(uz).toBeGreaterThan(0)
  expect(kr).toBeGreaterThan(0)
  expect(await sizes('staff')).toBe(all - kr)
  expect(await sizes('koreanStaff')).toBe(all - uz)
  expect(await sizes('observer')).toBe(all - uz - kr)
  expect(await sizes('stranger')).toBe(0)
})

test.each([
  [{ side: 'UZ' }, ({ side }: BoardCard) => side === 'UZ'],
  [{ side: 'joint' }, ({ side }: BoardCard) => side === null],
  [{ body: 'AGENCY' }, ({ organisation }: BoardCard) => organisation?.code === 'AGENCY'],
  [{ direction: 'SC' }, () => true],
  [{ direction: 'anchors' }, () => true],
  [{ due: 'late' }, isLate],
  [{ due: 'overdue' }, ({ lateness }: BoardCard) => lateness === 'overdue'],
  [{ due: 'no_evidence' }, ({ lateness }: BoardCard) => lateness === 'no_evidence'],
  [{ due: 'at_risk' }, ({ lateness }: BoardCard) => lateness === 'at_risk'],
  [{ due: 'stale' }, ({ lateness }: BoardCard) => lateness === 'stale'],
  [{ due: 'on_track' }, ({ lateness }: BoardCard) => lateness === 'on_track'],
  [{ due: 'undated' }, ({ lateness }: BoardCard) => lateness === 'undated'],
  [{ side: 'UZ', due: 'late' }, (card: BoardCard) => card.side === 'UZ' && isLate(card)],
  [{ quarter: '2030-Q2' }, within('2030-04-01', '2030-06-30')],
  [{ quarter: '2031-Q1..' }, within('2031-01-01', '9999')],
  [{ quarter: '2020-Q1..' }, within('2020-01-01', '9999')],
  [{ quarter: '..2026-Q4', direction: 'SC' }, within('0001', '2026-12-31')],
  [{ quarter: '2030-Q1..2031-Q4', body: 'MINISTRY' }, ofMinistryWithin('2030-01-01', '2031-12-31')],
  [
    { quarter: '..2020-Q1', due: 'late' },
    (card: BoardCard) => isLate(card) && within('0001', '2020-03-31')(card),
  ],
  [{ quarter: '2031-Q1..2030-Q1' }, () => false],
  [{ quarter: 'none' }, ({ due, completed }: BoardCard) => due === null && completed === null],
] as [Asked, (card: BoardCard) => boolean][])(
  'the filter %j narrows heads and cards alike',
  async (asked, keeps) => {
    const { staff } = world()
    const found = await board(staff, asked)
    for (const { status, size } of columnsOf(found)) {
      const cards = await walked(staff, status, asked)
      expect(cards).toHaveLength(size)
      expect(codesOf(cards)).toEqual(codesOf((await walked(staff, status)).filter(keeps)))
    }
  },
)

test('a filter of what is not there is none', async () => {
  const { staff } = world()
  const { total } = await board(staff)
  for (const asked of [
    { side: 'JP' },
    { body: 'NOBODY' },
    { direction: 'XX' },
    { due: 'soon' },
    { quarter: '2026-Q5' },
    { rows: 'x' },
  ])
    expect((await board(staff, asked)).total).toBe(total)
})

test('cancelled is a filter and no column', async () => {
  const { staff } = world()
  expect(columnsOf(await board(staff)).map(({ status }) => status)).toEqual(shown)
  const cancelled = await board(staff, { status: 'cancelled' })
  expect(columnsOf(cancelled).map(({ status }) => status)).toEqual(['cancelled'])
  expect(columnsOf(cancelled)[0]).toMatchObject({ size: cancelled.cancelled, overdue: 0, noEvidence: 0 })
  expect(cancelled.cancelled).toBeGreaterThan(0)
})

test.each([
  ['side', 'side', ['UZ', 'KR', 'joint']],
  ['organisation', 'body', ['AGENCY', 'KOREANMINISTRY', 'MINISTRY']],
  ['direction', 'direction', ['SC']],
] as const)(
  'rows by %s part the board: heads add up, cells show the first of their own board',
  async (by, filter, keys) => {
    for (const [who, asked] of [
      ['staff', {}],
      ['observer', {}],
      ['staff', { quarter: '..2031-Q1' }],
      ['staff', { due: 'late' }],
      ['staff', { due: 'at_risk' }],
      ['staff', { status: 'cancelled' }],
      ['staff', { column: 'planned', after: 'open.2027-01-01.UZ-KR-SC-01-01' }],
    ] as [Who, Asked][]) {
      const whole = await board(world()[who], asked)
      const parted = await board(world()[who], { ...asked, rows: by })
      const drawn = parted.rows.map(({ key }) => key)
      if (asked.due === undefined) expect(drawn.toSorted()).toEqual(keys.toSorted())
      expect(parted.total).toBe(whole.total)
      for (const [n, { size, overdue, noEvidence }] of columnsOf(whole).entries()) {
        const cells = parted.rows.flatMap(({ columns }) => columns[n] ?? [])
        const sum = (of: 'size' | 'overdue' | 'noEvidence') => cells.reduce((all, cell) => all + cell[of], 0)
        expect([sum('size'), sum('overdue'), sum('noEvidence')]).toEqual([size, overdue, noEvidence])
      }
      const { column: _column, after: _after, ...narrowed } = asked
      for (const { key, columns } of parted.rows) {
        const own = columnsOf(await board(world()[who], { ...narrowed, [filter]: key ?? '' }))
        const told = (all: typeof columns) =>
          all.map(({ status, size, overdue, noEvidence, cards }) => ({
            status,
            size,
            overdue,
            noEvidence,
            codes: cards.slice(0, 8).map(({ code }) => code),
          }))
        expect(told(columns)).toEqual(told(own))
        for (const { cards, size } of columns) expect(cards).toHaveLength(Math.min(size, 8))
      }
    }
  },
)

test('the more cells a board has, the fewer cards each shows', () => {
  expect([18, 37, 42, 72, 180, 600].map(cardsOfCell)).toEqual([8, 8, 7, 4, 2, 2])
})

test('after any acts, done or refused, what is kept by status equals counting, and so do the heads', async () => {
  const acts = {
    start: [startMilestone, {}],
    block: [blockMilestone, { cause: 'permit', words: 'No permit' }],
    unblock: [unblockMilestone, {}],
    confirm: [confirmMilestone, {}],
    dispute: [disputeMilestone, { reason: 'Not delivered' }],
    withdraw: [withdrawKey, { reason: 'Too early' }],
  } as const
  const act = fc.record({
    act: fc.constantFrom(...(Object.keys(acts) as (keyof typeof acts)[])),
    who: fc.constantFrom('staff', 'koreanStaff', 'official', 'observer'),
    n: fc.nat(139),
  })
  const all = await rows<{ id: string; code: string }>('select id, code from milestones order by code')
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 15, maxLength: 15 }), async (series) => {
      for (const { act, who, n } of series) {
        const { id, code } = all[n] ?? { id: '', code: '' }
        const [command, more] = acts[act]
        const { version } = await versionOf(id)
        await run(command, world()[who as 'staff'], { id: newId(), milestone: code, version, ...more })
      }
      expect(
        await rows(
          `select audience_id, direction_id, status, sum(size)::int as size from milestone_tallies group by 1, 2, 3 having sum(size) <> 0 order by 1, 2, 3`,
        ),
      ).toEqual(
        await rows(
          `select audience_id, direction_id, status, count(*)::int as size from milestones group by 1, 2, 3
           order by 1, 2, 3`,
        ),
      )
    }),
    { numRuns: 6 },
  )
  for (const { status, size } of columnsOf(await board(world().staff)))
    expect(await walked(world().staff, status)).toHaveLength(size)
  expect(await rows('select * from verify_ledger()')).toEqual([])
})

test('every body that answers for a milestone is a filter: of a side, of two countries or of none', async () => {
  const { country, staff } = world()
  const kinds = {
    VENTURE: { country_id: country.JP, joint_country_id: country.KR, kind: 'joint_venture', iati_type: '70' },
    BANK: { country_id: null, kind: 'multilateral', iati_type: '40' },
    IDLE: { country_id: country.UZ, kind: 'ministry', iati_type: '10' },
  }
  for (const [code, more] of Object.entries(kinds)) {
    const id = await asOwner((tx) => insert(tx, 'organisations', { code, name: texts(code), ...more }))
    if (code === 'IDLE') continue
    const milestone = await aMilestone(world(), { title: `Of ${code}` })
    await asOwner((tx) =>
      tx.query('update milestones set organisation_id = $1 where id = $2', [id, milestone.id]),
    )
    const { total, bodies } = await board(staff, { body: code })
    expect([total, bodies.filter((body) => body.code === code).length]).toEqual([1, 1])
  }
  expect((await board(staff)).bodies.map(({ code }) => code)).not.toContain('IDLE')
})
