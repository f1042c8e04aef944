import { beforeAll, expect, test } from 'vitest'
import { meetingPage } from '#lib/meetings/meeting.ts'
import { asOwner, insert, rows, texts } from '#tests/builders.ts'
import { withWorld } from '#tests/world.ts'

const world = withWorld()

// Seoul is four hours before Tashkent. On which day the one is and the other is not yet depends on the hour of the test.
const today: Record<'both' | 'UZ' | 'KR', string> = { both: '', UZ: '', KR: '' }

beforeAll(async () => {
  const [day] = await rows<typeof today>(
    `select today_at($1, null)::text as both, today_at($1, $2)::text as "UZ", today_at($1, $3)::text as "KR"`,
    world().partnership,
    world().country.UZ,
    world().country.KR,
  )
  Object.assign(today, day)
})

const stateOf = async (wanted: {
  due: string | null
  bodies?: ('ministry' | 'koreanMinistry')[]
  standing?: string
}) => {
  const { partnership, direction, organisation, audience } = world()
  const code = `UZ-KR-MTG-${String(Math.random()).slice(2, 10)}`
  const shared = { audience_id: audience.shared, partnership_id: partnership }
  await asOwner(async (tx) => {
    const meeting = await insert(tx, 'meetings', {
      ...shared,
      code,
      kind: 'summit',
      title: texts(code),
      held_on: '2024-06-14',
      held_precision: 'day',
      status: 'held',
    })
    const initiative =
      wanted.standing === undefined
        ? null
        : await insert(tx, 'initiatives', {
            ...shared,
            direction_id: direction,
            code: `UZ-KR-SC-${code.slice(10)}`,
            title: texts(code),
            standing: wanted.standing,
          })
    const decision = await insert(tx, 'decisions', {
      ...shared,
      meeting_id: meeting,
      initiative_id: initiative,
      code: `${code}-D1`,
      number: 1,
      text: texts('Decided'),
      due_on: wanted.due,
      due_precision: wanted.due && 'day',
    })
    for (const body of wanted.bodies ?? [])
      await insert(tx, 'decision_bodies', {
        audience_id: audience.shared,
        decision_id: decision,
        organisation_id: organisation[body],
      })
  })
  const page = await meetingPage.ask(world().observer, { partnership: 'UZ-KR', meeting: code }, 'en')
  return page?.decisions[0]?.state
}

const before = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) - 864e5).toISOString().slice(0, 10)

test('a decision is past when its last day has ended where the duty is', async () => {
  expect(await stateOf({ due: today.both })).toBe('to-come')
  expect(await stateOf({ due: before(today.both) })).toBe('past')
  expect(await stateOf({ due: today.KR, bodies: ['koreanMinistry'] })).toBe('to-come')
  expect(await stateOf({ due: before(today.KR), bodies: ['koreanMinistry'] })).toBe('past')
  expect(await stateOf({ due: before(today.UZ), bodies: ['ministry'] })).toBe('past')
  expect(await stateOf({ due: before(today.both), bodies: ['ministry', 'koreanMinistry'] })).toBe('past')
})

test('without a date it is neither late nor done; with a completed initiative it is settled', async () => {
  expect(await stateOf({ due: null })).toBe('undated')
  expect(await stateOf({ due: '2020-01-01', standing: 'in_progress' })).toBe('past')
  expect(await stateOf({ due: '2020-01-01', standing: 'completed' })).toBe('settled')
  expect(await stateOf({ due: '2020-01-01', standing: 'no_evidence' })).toBe('past')
})
