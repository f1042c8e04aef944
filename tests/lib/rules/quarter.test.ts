import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, isPlainDate } from '#lib/rules/due-date.ts'
import {
  daysOf,
  isQuarter,
  quarterAfter,
  quarterOf,
  quartersBetween,
  readQuarters,
} from '#lib/rules/quarter.ts'

test.each([
  ['2026-01-01', '2026-Q1'],
  ['2026-03-31', '2026-Q1'],
  ['2026-04-01', '2026-Q2'],
  ['2024-02-29', '2024-Q1'],
  ['2026-12-31', '2026-Q4'],
  ['0001-07-01', '0001-Q3'],
])('%s lies in %s', (day, quarter) => {
  expect(quarterOf(day)).toBe(quarter)
})

test.each(['2026-Q0', '2026-Q5', '0000-Q1', '26-Q1', '2026-q1', '2026-Q1 ', '2026Q1', ''])(
  '«%s» is no quarter',
  (text) => {
    expect(isQuarter(text)).toBe(false)
  },
)

const quarters = fc
  .record({ year: fc.integer({ min: 2, max: 9990 }), n: fc.integer({ min: 1, max: 4 }) })
  .map(({ year, n }) => `${String(year).padStart(4, '0')}-Q${n}`)

test('a quarter has both its ends, and the day before and after lie in its neighbours', () => {
  fc.assert(
    fc.property(quarters, (quarter) => {
      const { from, to } = daysOf(quarter)
      expect([from, to].every(isPlainDate)).toBe(true)
      expect([from, to].map(quarterOf)).toEqual([quarter, quarter])
      expect(quarterOf(addDays(from, -1))).toBe(quarterAfter(quarter, -1))
      expect(quarterOf(addDays(to, 1))).toBe(quarterAfter(quarter, 1))
    }),
  )
})

test('there and back is the same, and a longer way leads further', () => {
  fc.assert(
    fc.property(quarters, fc.integer({ min: 1, max: 8 }), (quarter, count) => {
      const later = quarterAfter(quarter, count)
      expect(later > quarter).toBe(true)
      expect(quarterAfter(later, -count)).toBe(quarter)
    }),
  )
})

test('from one to another there are all between them, no more than were asked for', () => {
  expect(quartersBetween('2024-Q3', '2025-Q2', 24)).toEqual(['2024-Q3', '2024-Q4', '2025-Q1', '2025-Q2'])
  expect(quartersBetween('2024-Q3', '2034-Q2', 3)).toEqual(['2024-Q3', '2024-Q4', '2025-Q1'])
  expect(quartersBetween('2024-Q3', '2024-Q2', 24)).toEqual([])
})

test.each([
  ['2026-Q3', { from: '2026-07-01', to: '2026-09-30' }],
  ['2026-Q1..2026-Q3', { from: '2026-01-01', to: '2026-09-30' }],
  ['..2026-Q3', { from: null, to: '2026-09-30' }],
  ['2026-Q3..', { from: '2026-07-01', to: null }],
  ['none', 'none'],
])('an address reads %j as %j', (text, days) => {
  expect(readQuarters(text)).toEqual(days)
})

test.each(['', '..', '2026', '2026-Q5..', '2026-Q1..2026-Q2..', '2026-Q1...', 'None'])(
  '%j names no quarters',
  (text) => {
    expect(readQuarters(text)).toBeUndefined()
  },
)
