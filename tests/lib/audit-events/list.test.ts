import { expect, test } from 'vitest'
import { auditEventList } from '#lib/audit-events/list.ts'
import { blockMilestone } from '#lib/milestones/block.ts'
import { startMilestone } from '#lib/milestones/start.ts'
import { changePerson } from '#lib/people/change.ts'
import { submitReport } from '#lib/progress-reports/submit.ts'
import { run } from '#lib/runner/run.ts'
import { somebody, versionIn } from '#tests/administering.ts'
import { aMilestone, aReport, newId, versionOf, type Who } from '#tests/builders.ts'
import { withWorld } from '#tests/world.ts'

const world = withWorld()

const asked = async (who: Who, address: object = {}) => {
  const found = await auditEventList.ask(world()[who], address, 'en')
  if (!found) throw new Error('everybody may ask')
  return found
}
const acts = async (who: Who, address: object = {}) =>
  (await asked(who, address)).events.map(({ act }) => act)

test('what was done stands there newest first, old and new of each field, with the post', async () => {
  const { id, code, version } = await aMilestone(world())
  await run(startMilestone, world().staff, { id: newId(), milestone: code, version })
  const { version: later } = await versionOf(id)
  const block = { cause: 'permit', words: 'No permit' }
  await run(blockMilestone, world().staff, { id: newId(), milestone: code, version: later, ...block })
  const { events, names } = await asked('koreanStaff', { record: code, kind: 'milestones' })
  expect(events.map(({ act }) => act)).toEqual(['milestones.block', 'milestones.start'])
  expect(events[0]).toMatchObject({
    audience: { kind: 'shared' },
    partnership: 'UZ-KR',
    person: null,
    post: { title: { text: 'staff' } },
    size: 1,
  })
  expect(events[0]?.changes[0]?.fields).toContainEqual({
    field: 'status',
    before: 'in_progress',
    after: 'blocked',
  })
  expect(names[id]).toMatchObject({ code, table: 'milestones' })
})

test('a person is named in the registry, and another country sees nothing of it', async () => {
  const person = await somebody(world())
  const version = await versionIn('people', person)
  const change = { person, version, name: 'Aziz', email: `${person}@example.org` }
  await run(changePerson, world().sideAdmin, { id: newId(), ...change })
  const [event] = (await asked('staff', { act: 'people.change' })).events
  expect(event).toMatchObject({ person: 'sideAdmin', audience: { kind: 'registry', side: 'UZ' } })
  expect(await acts('koreanStaff', { act: 'people.change' })).toEqual([])
  expect((await asked('koreanStaff')).acts).not.toContain('people.change')
})

test('what a side keeps to itself the other side and the admins do not see', async () => {
  const milestone = await aMilestone(world())
  const counted = async () => (await asked('koreanStaff')).total
  const before = await counted()
  await run(submitReport, world().official, aReport(milestone))
  expect(await counted()).toBe(before)
  const what = { act: 'progress-reports.submit' }
  expect(await acts('staff', what)).toHaveLength(1)
  expect(await acts('staff', { record: milestone.code })).toContain('progress-reports.submit')
  for (const who of ['koreanStaff', 'sideAdmin', 'admin', 'observer', 'stranger'] as const)
    expect(await acts(who, what)).toEqual([])
})

test('pages follow one another without a gap and without a repetition', async () => {
  for (let n = 0; n < 60; n += 1) await aMilestone(world())
  const first = await asked('staff')
  expect(first.events).toHaveLength(50)
  const keys = first.events.map(({ key }) => key)
  let after = first.next
  while (after !== null) {
    const page = await asked('staff', { after })
    keys.push(...page.events.map(({ key }) => key))
    after = page.next
  }
  expect(new Set(keys).size).toBe(keys.length)
  expect(first).toMatchObject({ total: keys.length, areMore: false })
  const times = (await asked('staff')).events.map(({ at }) => at)
  expect(times).toEqual(times.toSorted().toReversed())
  expect(
    (await asked('staff', { act: 'import', in: 'UZ-KR', after: first.next })).events.length,
  ).toBeGreaterThan(0)
})

test('how many there are is said of what the filters leave, up to five hundred', async () => {
  expect(await asked('staff', { act: 'milestones.block' })).toMatchObject({ total: 1, areMore: false })
  expect(await asked('staff', { to: '2020-01-01' })).toMatchObject({ total: 0, areMore: false })
  for (let n = 0; n < 500; n += 1) await aMilestone(world())
  for (const filter of [{}, { act: 'import' }, { in: 'UZ-KR' }])
    expect(await asked('staff', filter)).toMatchObject({ total: 500, areMore: true })
})

test('filters that mean nothing are no filters, a day is the viewer’s', async () => {
  expect((await asked('staff', { in: 'x', from: 'yesterday', after: 'z', act: '%' })).filter).toEqual({})
  const [newest] = (await asked('staff')).events
  const dayOf = (hours: number) =>
    new Date(Date.parse(newest?.at ?? '') + hours * 3_600_000).toISOString().slice(0, 10)
  const on = async (day: string) => (await asked('staff', { from: day, to: day })).events[0]
  expect(await on(dayOf(5))).toEqual(newest)
  expect(await on(dayOf(5 + 24))).toBeUndefined()
  expect(await acts('staff', { to: '2020-01-01' })).toEqual([])
  expect(await acts('staff', { in: 'UZ-JP' })).not.toContain('milestones.start')
})
