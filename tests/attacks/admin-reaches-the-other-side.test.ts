import { expect, test } from 'vitest'
import { typedDay } from '#tests/administering.ts'
import { newId, rows } from '#tests/builders.ts'
import { knock } from '#tests/doors.ts'
import { withWorld } from '#tests/world.ts'

const world = withWorld()

const key = () => ({ id: newId(), version: newId() })
const acts: [string, () => object][] = [
  ['people/{person}/changes', () => ({ ...key(), name: 'Mine', email: 'mine@example.org' })],
  ['people/{person}/deactivations', key],
  ['people/{person}/reactivations', key],
  ['people/{person}/links', () => ({ id: newId() })],
  ['people/{person}/appointments', () => ({ id: newId(), post: newId(), from: typedDay('2026-11-01') })],
  ['posts/{post}/changes', () => ({ ...key(), title: { en: 'Mine' } })],
  ['posts/{post}/archivals', key],
  ['posts/{post}/handovers', () => ({ ...key(), on: typedDay('2026-11-01') })],
  ['posts/{post}/grants', () => ({ id: newId(), partnership: 'UZ-KR', role: 'observer' })],
  ['grants/{grant}/revocations', () => ({ id: newId() })],
]

test.each(acts)('%s: Korea’s people, posts and roles are as absent as what never was', async (door, body) => {
  const { person, post, tokens } = world()
  const [grant] = await rows<{ id: string }>('select id from grants where post_id = $1', post.koreanStaff)
  const at = (names: Record<string, string>) =>
    `/api/v1/${door.replace(/\{(\w+)\}/, (_, name: string) => names[name] ?? '')}`
  const said = async (names: Record<string, string>) => {
    const answer = await knock('POST', at(names), { as: tokens.sideAdmin, body: body() })
    return [answer.status, await answer.text()]
  }
  const theirs = await said({ person: person.koreanStaff, post: post.koreanStaff, grant: grant?.id ?? '' })
  expect(theirs[0]).toBe(404)
  expect(await said({ person: newId(), post: newId(), grant: newId() })).toEqual(theirs)
})

test.each(['people', 'posts'] as const)('no page nor door shows one of Korea’s %s', async (noun) => {
  const id = noun === 'people' ? world().person.koreanStaff : world().post.koreanStaff
  const as = world().tokens.sideAdmin
  expect((await knock('GET', `/api/v1/${noun}/${id}`, { as })).status).toBe(404)
})

test('nobody of Korea is appointed to an Uzbek post, nor named in its chain', async () => {
  const { person, post, tokens } = world()
  const answer = await knock('POST', `/api/v1/people/${person.koreanStaff}/appointments`, {
    as: tokens.sideAdmin,
    body: { id: newId(), post: post.observer, from: typedDay('2099-01-01') },
  })
  expect(answer.status).toBe(404)
})
