import { expect, test } from 'vitest'
import { viewerOf } from '#lib/access/viewer.ts'
import { appointPerson } from '#lib/people/appoint.ts'
import { changePerson } from '#lib/people/change.ts'
import { createPerson } from '#lib/people/create.ts'
import { deactivatePerson } from '#lib/people/deactivate.ts'
import { linkPerson } from '#lib/people/link.ts'
import { peopleList } from '#lib/people/list.ts'
import { personPage } from '#lib/people/person.ts'
import { reactivatePerson } from '#lib/people/reactivate.ts'
import { run } from '#lib/runner/run.ts'
import { aPost, somebody, typedDay, versionIn } from '#tests/administering.ts'
import { aSession, newId, rows } from '#tests/builders.ts'
import { withWorld } from '#tests/world.ts'

const world = withWorld()

const admin = () => world().sideAdmin

test('an account is opened with an address that nobody has; whose it is nobody learns', async () => {
  const create = (email: string) => run(createPerson, admin(), { id: newId(), name: 'Dilnoza', email })
  expect(await create(' Dilnoza@Example.org ')).toMatchObject({ ok: true })
  const taken = { ok: false, problem: { fields: { email: 'people.email-taken' } } }
  expect(await create('dilnoza@example.org')).toMatchObject(taken)
  expect(await create('koreanstaff@example.org')).toMatchObject(taken)
  expect(await create('no address')).toMatchObject({ problem: { fields: { email: 'problem.no-email' } } })
  expect(await run(createPerson, admin(), { id: newId(), email: 'a@example.org' })).toMatchObject({
    problem: { fields: { name: 'problem.missing' } },
  })
})

test('a change rests on what was seen', async () => {
  const person = await somebody(world())
  const version = await versionIn('people', person)
  const change = (name: string) =>
    run(changePerson, admin(), { id: newId(), person, version, name, email: `${person}@example.org` })
  expect(await change('Aziz')).toMatchObject({ ok: true })
  expect(await change('Somebody')).toMatchObject({
    problem: {
      code: 'conflict',
      changed: expect.arrayContaining([expect.objectContaining({ field: 'name' })]),
    },
  })
})

test('a change to an address that somebody has is refused with the same sentence, whose ever it is', async () => {
  const person = await somebody(world())
  const version = await versionIn('people', person)
  const change = (email: string) =>
    run(changePerson, admin(), { id: newId(), person, version, name: 'Aziz', email })
  for (const email of ['staff@example.org', 'koreanstaff@example.org'])
    expect(await change(email)).toMatchObject({
      problem: { code: 'invalid', fields: { email: 'people.email-taken' } },
    })
  expect(await change(`${person}@example.org`)).toMatchObject({ ok: true })
})

test('deactivated is out with the next request, and comes back when reactivated', async () => {
  const person = await somebody(world())
  const token = await aSession(person)
  expect(await viewerOf(token)).toBeDefined()
  const act = async (command: typeof deactivatePerson) =>
    run(command, admin(), { id: newId(), person, version: await versionIn('people', person) })
  expect(await act(deactivatePerson)).toMatchObject({ ok: true })
  expect(await viewerOf(token)).toBeUndefined()
  expect(await act(deactivatePerson)).toMatchObject({ problem: { message: 'people.deactivate.already' } })
  expect(await run(linkPerson, admin(), { id: newId(), person })).toMatchObject({
    problem: { message: 'people.link.deactivated' },
  })
  expect(await act(reactivatePerson)).toMatchObject({ ok: true })
  expect(await viewerOf(token)).toBeUndefined()
  expect(await viewerOf(await aSession(person))).toBeDefined()
})

test('nobody deactivates himself', async () => {
  const person = world().person.sideAdmin
  const version = await versionIn('people', person)
  expect(await run(deactivatePerson, admin(), { id: newId(), person, version })).toMatchObject({
    problem: { message: 'people.deactivate.own' },
  })
})

test('a link is shown to who made it, on one page, until it is used; the database has its hash alone', async () => {
  const person = await somebody(world())
  const id = newId()
  const made = await run(linkPerson, admin(), { id, person })
  expect(made).toMatchObject({ ok: true, value: { next: `/admin/people/${person}?link=${id}` } })
  expect(await run(linkPerson, admin(), { id, person })).toEqual(made)
  const shown = async (viewer = admin()) => (await personPage.ask(viewer, { person, link: id }, 'en'))?.link
  const path = (await shown())?.path ?? ''
  expect(path).toMatch(/^\/sign-in\/.{43}$/)
  const token = path.split('/').at(-1) ?? ''
  expect(JSON.stringify(await rows('select * from one_time_links where id = $1', id))).not.toContain(token)
  expect(JSON.stringify(await rows('select * from changes'))).not.toContain(token)
  await rows('select set_credential($1, $2)', Buffer.from(token), 'hash')
  expect(await shown()).toBeNull()
  expect(await run(linkPerson, admin(), { id: newId(), person: newId() })).toMatchObject({
    problem: { code: 'not-found' },
  })
})

test('a vacant post is taken from a day on; one that is held is handed over', async () => {
  const [person, post] = [await somebody(world()), await aPost(world(), ['official'])]
  const appoint = (more: object) =>
    run(appointPerson, admin(), { id: newId(), person, post, from: typedDay('2026-11-01'), ...more })
  expect(await appoint({ from: { year: '2026' } })).toMatchObject({
    problem: { fields: { from: 'problem.day-needed' } },
  })
  expect(await appoint({ post: world().post.koreanOfficial })).toMatchObject({
    problem: { fields: { post: 'people.appoint.no-post' } },
  })
  expect(await appoint({})).toMatchObject({ ok: true })
  expect((await viewerOf(await aSession(person)))?.held.map(({ role }) => role)).toEqual(['official'])
  expect(await appoint({})).toMatchObject({ problem: { fields: { post: 'people.appoint.held' } } })
})

test('the list has the own country’s people, found by name and address', async () => {
  const listed = async (asked: object, viewer = admin()) =>
    (await peopleList.ask(viewer, asked, 'en'))?.people.map(({ email }) => email)
  expect(await listed({ words: 'dilnoza' })).toEqual(['dilnoza@example.org'])
  expect(await listed({ words: 'korean' })).toEqual([])
  expect(await listed({}, world().staff)).toBeUndefined()
})
