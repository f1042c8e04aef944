import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysBetween } from '#lib/rules/due-date.ts'
import { isWorkingDay, workingDaysBetween } from '#lib/rules/working-days.ts'

const none = { holidays: new Set<string>(), workingDays: new Set<string>() }
const date = fc.integer({ min: 0, max: 900 }).map((days) => addDays('2025-06-01', days))
const dates = fc.array(date, { maxLength: 40 }).map((some) => new Set(some))
const calendar = fc.record({ holidays: dates, workingDays: dates })

test('a week from Monday to Monday has five', () => {
  expect(workingDaysBetween('2026-06-01', '2026-06-08', none)).toBe(5)
})
test('the first day does not count, the last does', () => {
  expect(workingDaysBetween('2026-06-01', '2026-06-01', none)).toBe(0)
  expect(workingDaysBetween('2026-06-01', '2026-06-02', none)).toBe(1)
  expect(workingDaysBetween('2026-06-05', '2026-06-07', none)).toBe(0)
})
test('30 June to 15 September 2026 in Uzbekistan: Independence Day off', () => {
  const uzbek = { holidays: new Set(['2026-09-01']), workingDays: new Set<string>() }
  expect(workingDaysBetween('2026-06-30', '2026-09-15', uzbek)).toBe(54)
})
test('a holiday moved for a working Saturday keeps the sum', () => {
  const decree = { holidays: new Set(['2026-08-31']), workingDays: new Set(['2026-08-29']) }
  expect(workingDaysBetween('2026-08-24', '2026-09-06', decree)).toBe(
    workingDaysBetween('2026-08-24', '2026-09-06', none),
  )
  expect(isWorkingDay('2026-08-29', decree)).toBe(true)
  expect(isWorkingDay('2026-08-31', decree)).toBe(false)
})
test('another weekend is another count', () => {
  expect(workingDaysBetween('2026-06-01', '2026-06-08', none, [5, 6])).toBe(5)
  expect(isWorkingDay('2026-06-05', none, [5, 6])).toBe(false)
  expect(isWorkingDay('2026-06-07', none, [5, 6])).toBe(true)
})
test('there and back is zero', () => {
  fc.assert(
    fc.property(date, date, calendar, (a, b, days) => {
      expect(workingDaysBetween(a, b, days) + workingDaysBetween(b, a, days)).toBe(0)
    }),
  )
})
test('the way may be cut anywhere', () => {
  fc.assert(
    fc.property(date, date, date, calendar, (a, b, c, days) => {
      expect(workingDaysBetween(a, b, days) + workingDaysBetween(b, c, days)).toBe(
        workingDaysBetween(a, c, days),
      )
    }),
  )
})
test('there are never more working days than days', () => {
  fc.assert(
    fc.property(date, date, calendar, (a, b, days) => {
      expect(Math.abs(workingDaysBetween(a, b, days))).toBeLessThanOrEqual(Math.abs(daysBetween(a, b)))
    }),
  )
})
