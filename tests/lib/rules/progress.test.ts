import fc from 'fast-check'
import { expect, test } from 'vitest'
import { statuses, type Status } from '#lib/rules/milestone-status.ts'
import { milestoneProgress, progressOf } from '#lib/rules/progress.ts'

const milestone = fc.record({
  status: fc.constantFrom<Status>(...statuses),
  percent: fc.option(fc.integer({ min: 0, max: 100 })),
  weight: fc.integer({ min: 1, max: 1000 }),
})
const milestones = fc.array(milestone, { maxLength: 30 })

test('a completed milestone counts 100, whatever was last accepted', () => {
  expect(milestoneProgress({ status: 'completed', percent: null })).toBe(100)
  expect(milestoneProgress({ status: 'completed', percent: 40 })).toBe(100)
  expect(milestoneProgress({ status: 'disputed', percent: 100 })).toBe(100)
  expect(milestoneProgress({ status: 'planned', percent: null })).toBeNull()
})
test('no milestone at all is unknown, not 0', () => {
  expect(progressOf([])).toMatchObject({ percent: null, counted: 0, unknown: 0 })
  expect(progressOf([{ status: 'cancelled', percent: 80, weight: 3 }])).toMatchObject({
    percent: null,
    counted: 0,
  })
})
test('the mean is weighted, unknown counts as 0 and its number is said, cancelled is left out', () => {
  const opened = progressOf([
    { status: 'completed', percent: null, weight: 3 },
    { status: 'in_progress', percent: 65, weight: 1 },
    { status: 'planned', percent: null, weight: 1 },
    { status: 'cancelled', percent: 100, weight: 1000 },
  ])
  expect(opened).toMatchObject({ percent: 73, counted: 3, unknown: 1, weight: 5, product: 365 })
  expect(opened.rows.map(({ percent, weight, product }) => [percent, weight, product])).toEqual([
    [100, 3, 300],
    [65, 1, 65],
    [null, 1, 0],
  ])
})
test('a third is rounded once, to one place', () => {
  const third = (percent: number) => ({ status: 'in_progress', percent, weight: 1 }) as const
  expect(progressOf([third(100), third(100), third(0)]).percent).toBe(66.7)
  expect(progressOf([third(0), third(0), third(0), third(1)]).percent).toBe(0.3)
})
test('the order of the milestones makes no difference', () => {
  fc.assert(
    fc.property(milestones, (all) => {
      expect(progressOf(all.toReversed()).percent).toBe(progressOf(all).percent)
    }),
  )
})
test('lies between the least and the greatest part', () => {
  fc.assert(
    fc.property(milestones, (all) => {
      const { percent, rows } = progressOf(all)
      const parts = rows.map((row) => row.percent ?? 0)
      if (percent !== null) {
        expect(percent).toBeGreaterThanOrEqual(Math.min(...parts))
        expect(percent).toBeLessThanOrEqual(Math.max(...parts))
      }
    }),
  )
})
test('equal weights are no weights: all times the same factor changes nothing', () => {
  fc.assert(
    fc.property(milestones, fc.integer({ min: 1, max: 50 }), (all, factor) => {
      const heavier = all.map((one) => ({ ...one, weight: one.weight * factor }))
      expect(progressOf(heavier).percent).toBe(progressOf(all).percent)
    }),
  )
})
test('a cancelled milestone changes nothing', () => {
  fc.assert(
    fc.property(milestones, milestone, (all, one) => {
      const { rows: _with, ...withIt } = progressOf([...all, { ...one, status: 'cancelled' }])
      const { rows: _without, ...withoutIt } = progressOf(all)
      expect(withIt).toEqual(withoutIt)
    }),
  )
})
test('equals the exact mean of whole numbers', () => {
  fc.assert(
    fc.property(milestones, (all) => {
      const { percent, weight, product } = progressOf(all)
      if (percent === null) return
      const tenths = (BigInt(product) * 20n + BigInt(weight)) / (2n * BigInt(weight))
      expect(percent).toBe(Number(tenths) / 10)
    }),
  )
})
