import { expect, test } from 'vitest'
import { answering } from '#tests/answering.ts'
import { aMilestone, newId, rows, versionOf } from '#tests/builders.ts'
import { knock } from '#tests/doors.ts'
import { withWorld } from '#tests/world.ts'

const world = withWorld()

const forged = [
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { 'sec-fetch-site': 'none' },
  { 'sec-fetch-site': 'cross-site', origin: 'http://127.0.0.1:3000' },
  { origin: 'https://evil.example' },
  { origin: 'null' },
  { origin: 'http://127.0.0.1:3001' },
  { origin: 'http://127.0.0.1:3000.evil.example' },
]

test.each(forged)('a form that another site makes the browser send changes nothing: %o', async (headers) => {
  const { id, code, version } = await aMilestone(world())
  const doors = answering.filter(({ kind }) => kind === 'door').map(({ address }) => address)
  const before = await rows('select count(*) from changes')
  for (const address of doors) {
    const at = address.replaceAll(/\{(\w+)\}/g, (_, name: string) => (name === 'milestone' ? code : newId()))
    const sent = { as: world().tokens.official, headers, body: { id: newId(), version, language: 'ko' } }
    const answer = await knock('POST', at, sent).catch((error: unknown) => error)
    if (answer instanceof TypeError) continue // a door that only answers
    expect(answer, at).toMatchObject({ status: 403 })
  }
  expect(await rows('select count(*) from changes')).toEqual(before)
  expect(await versionOf(id)).toMatchObject({ status: 'planned', version })
})

test.each([
  [{ 'sec-fetch-site': 'same-origin', origin: 'http://127.0.0.1:3000' }],
  [{ origin: 'http://127.0.0.1:3000' }],
  [{}],
])('a form of our own pages, and a script, pass: %o', async (headers) => {
  const { code, version } = await aMilestone(world())
  const body = { id: newId(), version }
  const sent = { as: world().tokens.official, headers, body }
  expect((await knock('POST', `/api/v1/milestones/${code}/starts`, sent)).status).toBe(201)
})

test('a forged Referer leads nowhere but to a page of ours', async () => {
  const { code } = await aMilestone(world())
  for (const referer of [
    'https://evil.example/x',
    'http://127.0.0.1:3000//evil.example',
    'http://[',
    '\\\\evil.example',
  ]) {
    const headers = { accept: 'text/html', referer, 'content-type': 'application/x-www-form-urlencoded' }
    const sent = { as: world().tokens.official, headers, body: 'id=1' }
    const answer = await knock('POST', `/api/v1/milestones/${code}/starts`, sent)
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toMatch(/^\/(?![/\\]).*[?&]attempt=/)
  }
})
