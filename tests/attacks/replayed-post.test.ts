import { expect, test } from 'vitest'
import { aMilestone, aReport, newId, rows, versionOf } from '#tests/builders.ts'
import { knock } from '#tests/doors.ts'
import { withWorld } from '#tests/world.ts'

const world = withWorld()

const events = async () => rows('select count(*)::int as size from events')

test('the same post again, days later, changes nothing and is answered as it stands now', async () => {
  const { id, code, version } = await aMilestone(world())
  const sent = { as: world().tokens.official, body: { id: newId(), version } }
  const start = () => knock('POST', `/api/v1/milestones/${code}/starts`, sent)
  expect((await start()).status).toBe(201)
  const { version: later } = await versionOf(id)
  const body = { id: newId(), version: later, cause: 'permit', words: 'No permit' }
  await knock('POST', `/api/v1/milestones/${code}/blocks`, { as: world().tokens.staff, body })
  const before = await events()
  const again = await start()
  expect(again.status).toBe(201)
  expect((await again.json()).value).toMatchObject({ status: 'blocked' })
  expect(await events()).toEqual(before)
})

test('what an act answers of itself is what is asked when the same post comes again', async () => {
  const { official, staff } = world().tokens
  const twice = async (path: string, as: string, body: object) => {
    const answers = [await knock('POST', path, { as, body }), await knock('POST', path, { as, body })]
    const [first, again] = await Promise.all(
      answers.map(async (answer) => [answer.status, await answer.json()]),
    )
    expect(first).toEqual([201, expect.anything()])
    expect(first).toEqual(again)
  }
  const milestone = await aMilestone(world(), { status: 'in_progress', percent: 40 })
  const reports = [aReport(milestone, { percent: 100 }), aReport(milestone, { percent: 100 })] as const
  for (const { milestone: code, ...body } of reports)
    await twice(`/api/v1/milestones/${code}/progress-reports`, official, body)
  const [accepted, returned] = reports.map(({ id }) => `/api/v1/progress-reports/${id}`)
  await twice(`${accepted}/acceptances`, staff, { id: newId() })
  await twice(`${returned}/returns`, staff, { id: newId(), reason: 'No photo' })
  const turn = async (key: string, more = {}) => {
    const { version } = await versionOf(milestone.id)
    await twice(`/api/v1/milestones/${milestone.code}/${key}`, staff, { id: newId(), version, ...more })
  }
  await turn('confirmations')
  await turn('withdrawals', { reason: 'Too early' })
  await turn('confirmations')
  await turn('disputes', { reason: 'It leaks' })
})

test.each([
  ['another version', { version: newId() }],
  ['another milestone', {}],
])('an id that was sent with one body is a conflict with %s', async (_, more) => {
  const [one, other] = [await aMilestone(world()), await aMilestone(world())]
  const as = world().tokens.official
  const body = { id: newId(), version: one.version }
  expect((await knock('POST', `/api/v1/milestones/${one.code}/starts`, { as, body })).status).toBe(201)
  const at = 'version' in more ? one.code : other.code
  const answer = await knock('POST', `/api/v1/milestones/${at}/starts`, { as, body: { ...body, ...more } })
  expect(answer.status).toBe(409)
  expect(await versionOf(other.id)).toEqual({ version: other.version, status: 'planned' })
})

test('with the id that somebody else sent nothing of his is changed, seen or taken over', async () => {
  const milestone = await aMilestone(world())
  const korean = await aMilestone(world(), { side: 'KR', body: 'koreanMinistry' })
  const report = aReport(milestone)
  const door = (code: string) => `/api/v1/milestones/${code}/progress-reports`
  expect(
    (await knock('POST', door(milestone.code), { as: world().tokens.official, body: report })).status,
  ).toBe(201)
  const stored = () => rows('select * from progress_reports where id = $1', report.id)
  const before = await stored()
  const forged = { ...report, milestone: korean.code, narrative: 'Forged' }
  const answer = await knock('POST', door(korean.code), { as: world().tokens.koreanOfficial, body: forged })
  expect(answer.status).toBe(409)
  expect(await answer.text()).not.toContain('Foundations')
  expect(await stored()).toEqual(before)
})

test('a refused post is not remembered: mended, the same id goes through', async () => {
  const { code, version } = await aMilestone(world(), { status: 'blocked' })
  const as = world().tokens.official
  const id = newId()
  const start = await knock('POST', `/api/v1/milestones/${code}/starts`, { as, body: { id, version } })
  expect(start.status).toBe(403)
  expect(await rows('select 1 from answers where id = $1', id)).toEqual([])
  const unblock = await knock('POST', `/api/v1/milestones/${code}/unblocks`, { as, body: { id, version } })
  expect(unblock.status).toBe(201)
})
