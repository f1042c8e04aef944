import { expect, test } from 'vitest'
import type { Actor, Status, Subject } from '#lib/rules/milestone-status.ts'
import { boardStatuses, movesOf, onlyAsks } from '#lib/rules/move.ts'

const staff: Actor = { staffOf: ['UZ'], officialOf: [] }
const official: Actor = { staffOf: [], officialOf: [{ side: 'UZ', organisationId: 'ministry' }] }
const milestone = (status: Status, more: Partial<Subject> = {}): Subject => ({
  status,
  percent: null,
  side: 'UZ',
  needed: ['UZ', 'KR'],
  standing: [],
  organisationId: 'ministry',
  ...more,
})

test.each(boardStatuses)(
  'from %s there is a move to each other column, and last what cancels it',
  (status) => {
    expect(movesOf(milestone(status), staff).map(({ to }) => to)).toEqual([
      ...boardStatuses.filter((one) => one !== status),
      'cancelled',
    ])
  },
)
test('what both sides have to agree to is only asked for, and the milestone stays where it is', () => {
  const cancel = movesOf(milestone('blocked'), staff).at(-1)
  expect(cancel).toMatchObject({ may: true, act: 'cancel', landsIn: 'blocked' })
  expect(cancel && onlyAsks(cancel)).toBe('cancel')
  const alone = movesOf(milestone('blocked', { needed: ['UZ'] }), staff).at(-1)
  expect(alone).toMatchObject({ may: true, landsIn: 'cancelled' })
  expect(alone && onlyAsks(alone)).toBeUndefined()
})
test('a cancelled one goes back to what it was, and nowhere else', () => {
  const cancelled = milestone('cancelled', { formerStatus: 'claimed' })
  expect(movesOf(cancelled, staff)).toMatchObject([{ to: 'claimed', may: true, act: 'restore' }])
  expect(movesOf({ ...cancelled, needed: ['UZ'] }, staff)).toMatchObject([{ landsIn: 'claimed' }])
})
test('an official cancels and restores nothing, and what is completed is not cancelled', () => {
  expect(movesOf(milestone('planned'), official).at(-1)).toMatchObject({ may: false, why: 'not-staff' })
  expect(movesOf(milestone('cancelled'), official)).toMatchObject([{ may: false, why: 'not-staff' }])
  expect(movesOf(milestone('completed'), staff).at(-1)).toMatchObject({
    may: false,
    why: 'already-completed',
  })
})
