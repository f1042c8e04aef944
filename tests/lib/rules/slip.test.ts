import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lastDayOf, precisions } from '#lib/rules/due-date.ts'
import { medianSlip, slipCounted, slipInWorkingDays, slipOf } from '#lib/rules/slip.ts'

const due = fc
  .tuple(
    fc.date({ min: new Date('2010-01-01'), max: new Date('2040-12-31'), noInvalidDate: true }),
    fc.constantFrom(...precisions),
  )
  .map(([moment, precision]) => ({ on: lastDayOf(moment.toISOString().slice(0, 10), precision), precision }))
const changesOf = <D>(dates: readonly D[]) =>
  dates.flatMap((to, index) => dates.slice(index - 1, index).map((from) => ({ from, to })))

test('the sum of the changes is current minus first, always', () => {
  fc.assert(
    fc.property(fc.array(due, { minLength: 1, maxLength: 8 }), (dates) => {
      const first = dates[0]
      const current = dates.at(-1)
      if (!first || !current) return
      const sum = changesOf(dates).reduce((days, { from, to }) => days + slipOf(from, to), 0)
      expect(sum).toBe(slipOf(first, current))
    }),
  )
})
test('30 June to 15 September is 77 days', () => {
  expect(slipOf({ on: '2026-06-30', precision: 'day' }, { on: '2026-09-15', precision: 'day' })).toBe(77)
})
test('only what moved is slip: the quarter restated as a year, refined to September, moved to March', () => {
  const changes = changesOf([
    { on: '2018-03-31', precision: 'quarter' },
    { on: '2018-12-31', precision: 'year' },
    { on: '2018-09-30', precision: 'month' },
    { on: '2019-03-31', precision: 'month' },
  ] as const)
  expect(slipCounted(changes)).toBe(182)
  expect(slipCounted([])).toBe(0)
})
test('in working days only what moved counts, too: a week is five days, four with a holiday in it', () => {
  const changes = changesOf([
    { on: '2026-06-30', precision: 'month' },
    { on: '2026-06-05', precision: 'day' },
    { on: '2026-06-12', precision: 'day' },
  ] as const)
  const calendar = { holidays: new Set<string>(), workingDays: new Set<string>() }
  expect(slipInWorkingDays(changes, calendar)).toBe(5)
  expect(slipInWorkingDays(changes, { ...calendar, holidays: new Set(['2026-06-10']) })).toBe(4)
})
const each = (values: readonly number[]) => values.map((days) => ({ days, size: 1 }))
test('the median does not depend on the order and has as many values above as below', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1 }), (values) => {
      const middle = medianSlip(each(values))
      if (middle === null) throw new Error('a median of values is null')
      expect(medianSlip(each(values.toReversed()))).toBe(middle)
      expect(values.filter((value) => value < middle).length).toBeLessThanOrEqual(values.length / 2)
      expect(values.filter((value) => value > middle).length).toBeLessThanOrEqual(values.length / 2)
    }),
  )
})
test('counted together or one by one, it is the same', () => {
  const counts = fc.array(
    fc.record({ days: fc.integer({ min: -9, max: 9 }), size: fc.integer({ min: 1, max: 5 }) }),
  )
  fc.assert(
    fc.property(counts, (counted) => {
      const values = counted.flatMap(({ days, size }) => Array.from({ length: size }, () => days))
      expect(medianSlip(counted)).toBe(medianSlip(each(values)))
    }),
  )
})
test('the median of nothing is unknown; of 10 and 2 it is 6, not by their spelling', () => {
  expect(medianSlip([])).toBeNull()
  expect(medianSlip(each([10, 2]))).toBe(6)
  expect(medianSlip(each([100, 9, 20]))).toBe(20)
})
