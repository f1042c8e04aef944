import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  changeKind,
  daysBetween,
  intervalOf,
  isPlainDate,
  lastDayOf,
  precisions,
  todayIn,
  todayInAll,
  weekdayOf,
} from '#lib/rules/due-date.ts'

const date = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2200-12-31'), noInvalidDate: true })
  .map((moment) => moment.toISOString().slice(0, 10))
const days = fc.integer({ min: -100_000, max: 100_000 })
const precision = fc.constantFrom(...precisions)
const due = fc.tuple(date, precision).map(([on, exact]) => ({ on: lastDayOf(on, exact), precision: exact }))

describe('plain dates', () => {
  test('count as the calendar of the platform does', () => {
    fc.assert(
      fc.property(date, days, (on, step) => {
        const moment = new Date(`${on}T00:00:00Z`)
        moment.setUTCDate(moment.getUTCDate() + step)
        expect(addDays(on, step)).toBe(moment.toISOString().slice(0, 10))
        expect(weekdayOf(on)).toBe(new Date(`${on}T00:00:00Z`).getUTCDay() || 7)
      }),
    )
  })
  test('daysBetween and addDays undo each other', () => {
    fc.assert(fc.property(date, days, (on, step) => daysBetween(on, addDays(on, step)) === step))
  })
  test.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '0000-01-01',
    '2026-1-1',
    '2026-06',
    ' 2026-01-01',
  ])('%s is none', (text) => expect(isPlainDate(text)).toBe(false))
  test.each(['2024-02-29', '2000-02-29', '2026-12-31'])('%s is one', (text) =>
    expect(isPlainDate(text)).toBe(true),
  )
})

describe('the last day of what was announced', () => {
  test.each([
    ['2010-12', 'half', '2010-12-31'],
    ['2016-06', 'half', '2016-06-30'],
    ['2026-06', 'quarter', '2026-06-30'],
    ['2018-03', 'quarter', '2018-03-31'],
    ['2026-05', 'quarter', '2026-06-30'],
    ['2026', 'year', '2026-12-31'],
    ['2028-12-31', 'year', '2028-12-31'],
    ['2024-02', 'month', '2024-02-29'],
    ['2025-12-31', 'month', '2025-12-31'],
    ['2026-09-16', 'day', '2026-09-16'],
    ['2026', 'quarter', '2026-12-31'],
    ['2026-06', 'day', '2026-06-30'],
  ] as const)('%s as a %s is %s', (on, exact, last) => expect(lastDayOf(on, exact)).toBe(last))
  test.each(['', '26', '2026-6', '2026-13', '2026-02-30', 'Q2 2026'])('%j is no date', (on) => {
    expect(() => lastDayOf(on, 'month')).toThrow(RangeError)
  })
  test('is the last of its interval, which holds the day', () => {
    fc.assert(
      fc.property(date, precision, (on, exact) => {
        const last = lastDayOf(on, exact)
        const { from, to } = intervalOf({ on: last, precision: exact })
        expect(to).toBe(last)
        expect(from <= on && on <= to).toBe(true)
        expect(lastDayOf(from, exact)).toBe(last)
        expect(exact === 'day' || lastDayOf(addDays(last, 1), exact) > last).toBe(true)
        expect(exact === 'day' || from.endsWith('-01')).toBe(true)
      }),
    )
  })
})

describe('a change', () => {
  const of = (on: string, exact: (typeof precisions)[number]) => ({
    on: lastDayOf(on, exact),
    precision: exact,
  })
  test.each([
    ['2014-01', 'month', '2015', 'year', 'moved'],
    ['2018-03', 'quarter', '2018', 'year', 'restated'],
    ['2018', 'year', '2018-09', 'month', 'refined'],
    ['2018-09', 'month', '2019-03', 'month', 'moved'],
    ['2026', 'year', '2026-06', 'quarter', 'refined'],
    ['2025-04-21', 'day', '2025-05-21', 'day', 'moved'],
    ['2025-07-22', 'day', '2025-12-31', 'month', 'moved'],
  ] as const)('from %s (%s) to %s (%s) is %s', (from, fromPrecision, to, toPrecision, kind) => {
    expect(changeKind(of(from, fromPrecision), of(to, toPrecision))).toBe(kind)
  })
  test('the way back of refined is restated, of moved is moved', () => {
    fc.assert(
      fc.property(due, due, (a, b) => {
        fc.pre(a.on !== b.on || a.precision !== b.precision)
        const back = { refined: 'restated', restated: 'refined', moved: 'moved' }
        expect(changeKind(b, a)).toBe(back[changeKind(a, b)])
      }),
    )
  })
})

describe('today', () => {
  const lateInTashkent = new Date('2026-06-30T18:59:59.999Z')
  const midnightInTashkent = new Date('2026-06-30T19:00:00Z')

  test('is the date on the wall there', () => {
    expect(todayIn('Asia/Tashkent', lateInTashkent)).toBe('2026-06-30')
    expect(todayIn('Asia/Seoul', lateInTashkent)).toBe('2026-07-01')
    expect(todayIn('Asia/Tashkent', midnightInTashkent)).toBe('2026-07-01')
  })
  test('of a joint milestone is the earlier one, whichever is named first', () => {
    for (const zones of [
      ['Asia/Tashkent', 'Asia/Seoul'],
      ['Asia/Seoul', 'Asia/Tashkent'],
    ]) {
      expect(todayInAll(zones, lateInTashkent)).toBe('2026-06-30')
      expect(todayInAll(zones, midnightInTashkent)).toBe('2026-07-01')
    }
  })
  test('a place that does not exist, or none, is an error', () => {
    expect(() => todayIn('Asia/Nowhere', lateInTashkent)).toThrow(RangeError)
    expect(() => todayInAll([], lateInTashkent)).toThrow(RangeError)
  })
})
