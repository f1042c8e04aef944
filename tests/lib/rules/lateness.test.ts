import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '#lib/rules/due-date.ts'
import { isLate, lateness, latenesses, type Timed } from '#lib/rules/lateness.ts'
import { statuses, type Status } from '#lib/rules/milestone-status.ts'

const today = '2026-11-25'
const milestone = (difference: Partial<Timed> = {}): Timed => ({
  status: 'in_progress',
  dueOn: '2027-11-25',
  percent: null,
  startedOn: null,
  acceptedOn: '2026-11-01',
  factOn: null,
  waitsForLate: false,
  ...difference,
})

const near = fc.option(fc.integer({ min: -400, max: 400 }).map((days) => addDays(today, days)))
const anyMilestone = fc.record({
  status: fc.constantFrom<Status>(...statuses),
  dueOn: near,
  percent: fc.option(fc.integer({ min: 0, max: 100 })),
  startedOn: near,
  acceptedOn: near,
  factOn: near,
  waitsForLate: fc.boolean(),
})

describe('late', () => {
  test('only once the last day has ended', () => {
    expect(lateness(milestone({ dueOn: today }), today)).toBe('due_soon')
    expect(lateness(milestone({ dueOn: addDays(today, -1) }), today)).toBe('no_evidence')
  })
  test('without a report or fact dated after the due date: no evidence', () => {
    const due = milestone({ dueOn: '2026-11-10', acceptedOn: '2026-11-10', factOn: '2026-11-10' })
    expect(lateness(due, today)).toBe('no_evidence')
    expect(lateness({ ...due, acceptedOn: '2026-11-11' }, today)).toBe('overdue')
    expect(lateness({ ...due, factOn: '2026-11-11' }, today)).toBe('overdue')
  })
  test('is exactly: open, dated, and the date has passed', () => {
    fc.assert(
      fc.property(anyMilestone, (any) => {
        const isOpen = any.status !== 'completed' && any.status !== 'cancelled'
        expect(isLate(lateness(any, today))).toBe(isOpen && any.dueOn !== null && any.dueOn < today)
      }),
    )
  })
  test('a report moves a late milestone between its two names and never out of them', () => {
    fc.assert(
      fc.property(anyMilestone, near, (any, acceptedOn) => {
        expect(isLate(lateness({ ...any, acceptedOn }, today))).toBe(isLate(lateness(any, today)))
      }),
    )
  })
  test('no milestone becomes less late by waiting', () => {
    fc.assert(
      fc.property(anyMilestone, fc.nat(400), (any, days) => {
        if (isLate(lateness(any, today))) expect(isLate(lateness(any, addDays(today, days)))).toBe(true)
      }),
    )
  })
})

describe('not late, in this order', () => {
  test('at risk before due soon: blocked, waiting for a late one, or more than 25 points behind', () => {
    const soon = { dueOn: addDays(today, 10) }
    expect(lateness(milestone({ ...soon, status: 'blocked' }), today)).toBe('at_risk')
    expect(lateness(milestone({ ...soon, waitsForLate: true }), today)).toBe('at_risk')
    expect(lateness(milestone(soon), today)).toBe('due_soon')
  })
  test('25 points behind is not yet more than 25', () => {
    const half = { startedOn: addDays(today, -100), dueOn: addDays(today, 100) }
    expect(lateness(milestone({ ...half, percent: 25 }), today)).toBe('on_track')
    expect(lateness(milestone({ ...half, percent: 24 }), today)).toBe('at_risk')
  })
  test('a third of the time is compared exactly', () => {
    const third = { startedOn: addDays(today, -40), dueOn: addDays(today, 80) }
    expect(lateness(milestone({ ...third, percent: 9 }), today)).toBe('on_track')
    expect(lateness(milestone({ ...third, percent: 8 }), today)).toBe('at_risk')
  })
  test('unknown is not zero: without a percent or a start nothing is behind', () => {
    const almostOver = { startedOn: addDays(today, -300), dueOn: addDays(today, 60) }
    expect(lateness(milestone({ ...almostOver, percent: null }), today)).toBe('on_track')
    expect(lateness(milestone({ ...almostOver, percent: 0, startedOn: null }), today)).toBe('on_track')
  })
  test('due soon: 30 days, not 31', () => {
    expect(lateness(milestone({ dueOn: addDays(today, 30) }), today)).toBe('due_soon')
    expect(lateness(milestone({ dueOn: addDays(today, 31) }), today)).toBe('on_track')
  })
  test('stale: in progress and nothing accepted for 90 days', () => {
    expect(lateness(milestone({ acceptedOn: addDays(today, -90) }), today)).toBe('stale')
    expect(lateness(milestone({ acceptedOn: addDays(today, -89) }), today)).toBe('on_track')
    expect(lateness(milestone({ acceptedOn: addDays(today, -90), status: 'planned' }), today)).toBe(
      'on_track',
    )
  })
  test('before the first report, the silence counts from the start', () => {
    expect(lateness(milestone({ acceptedOn: null, startedOn: addDays(today, -10) }), today)).toBe('on_track')
    expect(lateness(milestone({ acceptedOn: null, startedOn: addDays(today, -90) }), today)).toBe('stale')
    expect(lateness(milestone({ acceptedOn: null, startedOn: null }), today)).toBe('stale')
  })
  test('without a date: undated, blocked or not', () => {
    expect(lateness(milestone({ dueOn: null }), today)).toBe('undated')
    expect(lateness(milestone({ dueOn: null, status: 'blocked' }), today)).toBe('undated')
  })
})

test('what is completed or cancelled is settled, whatever its date', () => {
  fc.assert(
    fc.property(anyMilestone, (any) => {
      expect(lateness(any, today) === 'settled').toBe(
        any.status === 'completed' || any.status === 'cancelled',
      )
    }),
  )
})
test('every milestone has one of the names', () => {
  fc.assert(fc.property(anyMilestone, (any) => latenesses.includes(lateness(any, today))))
})
