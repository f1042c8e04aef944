import fc from 'fast-check'
import { expect, test } from 'vitest'
import { latenesses, type Lateness } from '#lib/rules/lateness.ts'
import { byDueDate, type Dated } from '#lib/rules/order.ts'

const row = (code: string, lateness: Lateness, dueOn: string | null): Dated => ({ code, lateness, dueOn })
const anyRow = fc.record({
  code: fc.constantFrom('UZ-KR-AG-01-01', 'UZ-KR-CM-01-02', 'UZ-KR-SC-U-K7QX'),
  lateness: fc.constantFrom<Lateness>(...latenesses),
  dueOn: fc.option(fc.constantFrom('2025-12-31', '2026-06-30', '2027-12-31')),
})

test('late first, then by last day, undated last, then by code', () => {
  const rows = [
    row('C-05', 'undated', null),
    row('C-04', 'on_track', '2027-12-31'),
    row('C-03', 'due_soon', '2026-12-01'),
    row('C-02', 'overdue', '2026-06-30'),
    row('C-01', 'no_evidence', '2026-06-30'),
    row('C-06', 'settled', '2017-11-30'),
    row('C-00', 'undated', null),
  ]
  expect(rows.toSorted(byDueDate).map(({ code }) => code)).toEqual([
    'C-01',
    'C-02',
    'C-06',
    'C-03',
    'C-04',
    'C-00',
    'C-05',
  ])
})
test('the order in which rows came makes no difference', () => {
  fc.assert(
    fc.property(fc.array(anyRow, { maxLength: 20 }), (rows) => {
      const key = ({ code, dueOn, lateness }: Dated) =>
        `${code} ${dueOn} ${lateness === 'overdue' || lateness === 'no_evidence'}`
      expect(rows.toReversed().toSorted(byDueDate).map(key)).toEqual(rows.toSorted(byDueDate).map(key))
    }),
  )
})
test('is an order: two ways round never agree, and it carries over', () => {
  fc.assert(
    fc.property(anyRow, anyRow, anyRow, (a, b, c) => {
      expect(Math.sign(byDueDate(a, b)) + Math.sign(byDueDate(b, a))).toBe(0)
      if (byDueDate(a, b) <= 0 && byDueDate(b, c) <= 0) expect(byDueDate(a, c)).toBeLessThanOrEqual(0)
    }),
  )
})
