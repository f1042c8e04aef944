import { expect, test } from 'vitest'
import { aMilestone, asOwner, newId, versionOf } from '#tests/builders.ts'
import { knock } from '#tests/doors.ts'
import { withWorld } from '#tests/world.ts'

const world = withWorld()

const acts = [
  ['starts', { status: 'planned' }, {}],
  ['blocks', { status: 'in_progress' }, { cause: 'permit', words: 'No permit' }],
  ['unblocks', { status: 'blocked' }, {}],
  ['confirmations', { status: 'in_progress', percent: 100 }, {}],
  ['disputes', { status: 'claimed', confirmedBy: ['KR'] }, { reason: 'Not delivered' }],
  ['withdrawals', { status: 'claimed', confirmedBy: ['UZ'] }, { reason: 'Too early' }],
] as const

test.each(acts)('%s on what changed meanwhile is refused, with what changed', async (noun, wanted, more) => {
  const { confirmedBy, ...rest } = { confirmedBy: undefined, ...wanted }
  const { id, code, version } = await aMilestone(world(), {
    ...rest,
    ...(confirmedBy && { confirmedBy: [...confirmedBy] }),
  })
  await asOwner((tx) =>
    tx.query(`update milestones set weight = 5, version = gen_random_uuid() where id = $1`, [id]),
  )
  const before = await versionOf(id)
  const act = (sent: object) =>
    knock('POST', `/api/v1/milestones/${code}/${noun}`, {
      as: world().tokens.staff,
      body: { id: newId(), ...more, ...sent },
    })
  const answer = await act({ version })
  expect(answer.status).toBe(409)
  expect((await answer.json()).problem.changed).toEqual([{ field: 'weight', before: '1', after: '5' }])
  expect((await act({})).status).toBe(422)
  expect((await act({ version: newId() })).status).toBe(409)
  expect(await versionOf(id)).toEqual(before)
  expect((await act({ version: before.version })).status).toBe(201)
})

test('two staff of one side who turn the key at once turn it once', async () => {
  const { code, version } = await aMilestone(world(), { status: 'in_progress', percent: 100 })
  const turn = (who: 'staff' | 'secondStaff') =>
    knock('POST', `/api/v1/milestones/${code}/confirmations`, {
      as: world().tokens[who],
      body: { id: newId(), version },
    })
  const answers = await Promise.all([turn('staff'), turn('secondStaff')])
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409])
})
