import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, lastDayOf } from '#lib/rules/due-date.ts'
import { duties, dutyOf, type Owed } from '#lib/rules/duty.ts'
import { latenesses } from '#lib/rules/lateness.ts'
import { mayReport, statuses } from '#lib/rules/milestone-status.ts'

const today = '2026-11-25'
const date = fc.integer({ min: -800, max: 800 }).map((days) => addDays(today, days))
const owed: fc.Arbitrary<Owed> = fc.record({
  status: fc.constantFrom(...statuses),
  lateness: fc.constantFrom(...latenesses),
  dueOn: fc.option(date),
  lastReport: fc.constantFrom('submitted', 'accepted', 'returned', null),
})

test('every milestone stands in one part of the list', () => {
  fc.assert(fc.property(owed, (one) => duties.includes(dutyOf(one, today))))
})

test('what cannot be reported on, or is under way, waits for others', () => {
  fc.assert(
    fc.property(owed, (one) => {
      const isWithOthers = !mayReport(one.status).may || one.lastReport === 'submitted'
      expect(dutyOf(one, today) === 'waiting').toBe(isWithOthers)
    }),
  )
})

test('a returned report comes before its date, late or not', () => {
  const open = owed.filter(({ status }) => mayReport(status).may)
  fc.assert(fc.property(open, (one) => dutyOf({ ...one, lastReport: 'returned' }, today) === 'returned'))
})

test('this month ends with its last day', () => {
  const one: Owed = {
    status: 'planned',
    lateness: 'due_soon',
    dueOn: lastDayOf(today, 'month'),
    lastReport: null,
  }
  expect(dutyOf(one, today)).toBe('this_month')
  expect(dutyOf({ ...one, dueOn: '2026-12-01' }, today)).toBe('later')
  expect(dutyOf({ ...one, lateness: 'undated', dueOn: null }, today)).toBe('undated')
})
