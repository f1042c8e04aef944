import { expect, test } from 'vitest'
import type { Viewer } from '#lib/access/viewer.ts'
import { directionPage } from '#lib/directions/direction.ts'
import { rows } from '#tests/builders.ts'
import { anOwnMilestone, withProgramme } from '#tests/programme.ts'

const programme = withProgramme()

const pageOf = async (direction: string, viewer: Viewer = programme().observer) => {
  const found = await directionPage.ask(viewer, { partnership: 'UZ-KR', direction }, 'en')
  if (!found) throw new Error('there is no such direction')
  return found
}

test('its milestones are those of its initiatives', async () => {
  const { initiatives, rolled, isAnchor } = await pageOf('CM')
  expect([initiatives.length, isAnchor]).toEqual([8, true])
  const sum = (of: (one: typeof rolled) => number) =>
    initiatives.reduce((all, initiative) => all + of(initiative.rolled), 0)
  expect(sum(({ all }) => all)).toBe(rolled.all)
  expect(sum(({ completed }) => completed)).toBe(rolled.completed)
  expect(sum(({ overdue }) => overdue)).toBe(rolled.overdue)
  expect(sum(({ noEvidence }) => noEvidence)).toBe(rolled.noEvidence)
  expect(sum(({ progress }) => progress.product)).toBe(rolled.progress.product)
  expect([rolled.completed, rolled.all]).toEqual([22, 32])
})

test('every initiative is in one direction, and is shown where else it serves', async () => {
  const codes = ['CM', 'SC', 'CH', 'MB', 'AG', 'IU', 'EN', 'XC']
  const pages = await Promise.all(codes.map((code) => pageOf(code)))
  const all = pages.flatMap(({ initiatives }) => initiatives.map(({ code }) => code))
  expect([all.length, new Set(all).size]).toEqual([101, 101])
  const [serving] = await rows<{ size: number }>('select count(*)::int as size from initiative_directions')
  expect(pages.reduce((size, { alsoServing }) => size + alsoServing.length, 0)).toBe(serving?.size)
  for (const { code, alsoServing } of pages)
    expect(alsoServing.filter(({ direction }) => direction.code === code)).toEqual([])
  expect(pages.at(-1)?.isAnchor).toBe(false)
})

test('critical minerals: which links of the chain are covered', async () => {
  const { initiatives } = await pageOf('CM')
  const covered = new Set(initiatives.flatMap(({ stages }) => stages))
  expect([...covered].toSorted()).toEqual(['concentration', 'exploration', 'materials', 'mining', 'refining'])
})

test('what was agreed and decided, the latest first; what is not stated is not', async () => {
  const { agreements, decisions, sectorCodes, sums, sources } = await pageOf('CM')
  expect([agreements.length, decisions.length, sectorCodes, sums]).toEqual([7, 11, [], []])
  const signed = agreements.map((agreement) => agreement.signed?.on ?? '')
  expect(signed).toEqual(signed.toSorted().toReversed())
  expect(decisions.some(({ initiative }) => initiative === null)).toBe(true)
  expect(sources.length).toBeGreaterThan(0)
})

test('sums are of commitments and disbursements alone, for each currency', async () => {
  const { sums } = await pageOf('IU')
  const expected = await rows<{ currency: string; amount: string }>(
    `select f.currency, sum(f.amount)::text as amount from finance_records f
     join initiatives i on i.id = f.initiative_id join directions d on d.id = i.direction_id
     where d.code = 'IU' and f.transaction_type = '2' group by 1 order by sum(f.amount) desc`,
  )
  expect(
    sums
      .filter(({ transactionType }) => transactionType === '2')
      .map(({ currency, amount }) => ({ currency, amount })),
  ).toEqual(expected)
})

test('its full code leads to the same page; there is none in another partnership', async () => {
  const { observer } = programme()
  expect(await directionPage.ask(observer, { direction: 'UZ-KR-CM' }, 'en')).toEqual(await pageOf('CM'))
  expect(await directionPage.ask(observer, { partnership: 'UZ-JP', direction: 'CM' }, 'en')).toBeUndefined()
  expect(await directionPage.ask(observer, { direction: 'nowhere' }, 'en')).toBeUndefined()
})

test('what Uzbekistan keeps to itself stands apart for it, and changes nothing that Korea reads', async () => {
  const { staff, koreanStaff, observer } = programme()
  const there = [await pageOf('SC', koreanStaff), await pageOf('SC', observer)]
  const here = await pageOf('SC', staff)
  await anOwnMilestone('UZ', 'UZ-KR-SC-01')
  expect([await pageOf('SC', koreanStaff), await pageOf('SC', observer)]).toEqual(there)
  const after = await pageOf('SC', staff)
  expect(after.rolled).toEqual({ ...here.rolled, own: 1 })
  expect(after.initiatives.find(({ code }) => code === 'UZ-KR-SC-01')?.rolled.own).toBe(1)
  expect(after.moved).toEqual(here.moved)
})
