import { expect, test } from 'vitest'
import { viewerOf } from '#lib/access/viewer.ts'
import { aPost, setChain, somebody, typedDay, uzbek, versionIn } from '#tests/administering.ts'
import { aSession, asOwner, insert, newId, rows, signedIn } from '#tests/builders.ts'
import { knock } from '#tests/doors.ts'
import { withWorld } from '#tests/world.ts'

const world = withWorld()

const tomorrow = typedDay('2099-01-01')
const today = typedDay(new Date().toISOString().slice(0, 10))

/** The admin of the Uzbek side knocks. */
const knocks = async (door: string, body: object) => {
  const answer = await knock('POST', `/api/v1/${door}`, {
    as: world().tokens.sideAdmin,
    body: { id: newId(), ...body },
  })
  return { status: answer.status, ...(await answer.json()) }
}
const refusedWith = (status: number, message: string) => ({ status, problem: { message } })

const grantsOf = async (post: string) =>
  (
    await rows<{ role: string }>(
      'select role from grants where post_id = $1 and ended_at is null order by 1',
      post,
    )
  ).map(({ role }) => role)

test('by giving a role to the post that he holds', async () => {
  const own = world().post.sideAdmin
  for (const role of ['staff', 'official', 'inside_observer'])
    expect(await knocks(`posts/${own}/grants`, { partnership: 'UZ-KR', role })).toMatchObject(
      refusedWith(403, 'posts.grant.own'),
    )
  expect(await grantsOf(own)).toEqual(['side_admin'])
})

test('by appointing himself, to a post with a role or to one that gets it later', async () => {
  const person = world().person.sideAdmin
  for (const roles of [['staff'], []])
    for (const from of [today, tomorrow])
      expect(
        await knocks(`people/${person}/appointments`, { post: await aPost(world(), roles), from }),
      ).toMatchObject(refusedWith(403, 'people.appoint.own'))
})

test('by a handover to himself', async () => {
  const post = world().post.staff
  const [{ id } = { id: '' }] = await rows<{ id: string }>(
    'select id from appointments where post_id = $1',
    post,
  )
  const sent = { version: id, person: world().person.sideAdmin, on: today }
  expect(await knocks(`posts/${post}/handovers`, sent)).toMatchObject(refusedWith(403, 'people.appoint.own'))
})

test('by giving a role to a post that will be his later', async () => {
  const post = await aPost(world())
  const later = { post_id: post, person_id: world().person.sideAdmin, from_on: '2098-01-01' }
  await asOwner((tx) => insert(tx, 'appointments', { ...uzbek(world()), ...later }))
  world().tokens.sideAdmin = await aSession(world().person.sideAdmin)
  expect(await knocks(`posts/${post}/grants`, { partnership: 'UZ-KR', role: 'staff' })).toMatchObject(
    refusedWith(403, 'posts.grant.own'),
  )
})

test('by putting a post that he holds into the chain of acceptance steps', async () => {
  const { post, person, tokens } = world()
  const second = await aPost(world(), ['official'])
  const held = { post_id: second, person_id: person.sideAdmin, from_on: '2024-06-14' }
  await asOwner((tx) => insert(tx, 'appointments', { ...uzbek(world()), ...held }))
  tokens.sideAdmin = await aSession(person.sideAdmin)
  expect(await setChain(world(), [second])).toMatchObject({
    problem: { message: 'acceptance-steps.change.own' },
  })
  expect(await setChain(world(), [post.official])).toMatchObject({ ok: true })
  await asOwner((tx) => tx.query(`update appointments set to_on = '2024-06-15' where post_id = $1`, [second]))
  tokens.sideAdmin = await aSession(person.sideAdmin)
})

test('no role of the installation, nor in a partnership whose side he does not administer', async () => {
  const post = await aPost(world())
  expect(await knocks(`posts/${post}/grants`, { partnership: 'UZ-KR', role: 'admin' })).toMatchObject({
    status: 422,
  })
  expect(await knocks(`posts/${post}/grants`, { partnership: 'UZ-JP', role: 'staff' })).toMatchObject(
    refusedWith(422, 'problem.invalid'),
  )
  expect(await grantsOf(post)).toEqual([])
})

test('a link for somebody with a role that he cannot give opens no way to it', async () => {
  const { person, other } = world()
  const staffElsewhere = await somebody(world())
  const post_id = await aPost(world(), ['staff'], other)
  const held = { post_id, person_id: staffElsewhere, from_on: '2024-06-14' }
  await asOwner((tx) => insert(tx, 'appointments', { ...uzbek(world()), ...held }))
  for (const victim of [person.admin, staffElsewhere]) {
    const version = await versionIn('people', victim)
    const typed = { version, name: 'Mine', email: 'mine@example.org' }
    expect(await knocks(`people/${victim}/links`, {})).toMatchObject({ status: 403 })
    expect(await knocks(`people/${victim}/changes`, typed)).toMatchObject({ status: 403 })
    expect(await knocks(`people/${victim}/deactivations`, { version })).toMatchObject({ status: 403 })
  }
  expect(await rows('select from one_time_links')).toEqual([])
})

test('a friend gets no post with a role that he cannot give', async () => {
  const { other, post } = world()
  const friend = await somebody(world())
  const elsewhere = await aPost(world(), ['staff'], other)
  expect(await knocks(`people/${friend}/appointments`, { post: elsewhere, from: today })).toMatchObject({
    status: 422,
    problem: { fields: { post: expect.stringContaining('role') } },
  })
  const [{ id } = { id: '' }] = await rows<{ id: string }>(
    'select id from appointments where post_id = $1',
    post.admin,
  )
  expect(
    await knocks(`posts/${post.admin}/handovers`, { version: id, person: friend, on: today }),
  ).toMatchObject({ status: 403 })
})

test('another admin of the side can give him a role: the rule has a door', async () => {
  const { person, post, tokens } = world()
  const second = await somebody(world())
  const held = { post_id: await aPost(world(), ['side_admin']), person_id: second, from_on: '2024-06-14' }
  await asOwner((tx) => insert(tx, 'appointments', { ...uzbek(world()), ...held }))
  const answer = await knock('POST', `/api/v1/posts/${post.sideAdmin}/grants`, {
    as: await aSession(second),
    body: { id: newId(), partnership: 'UZ-KR', role: 'staff' },
  })
  expect(answer.status).toBe(201)
  expect(await viewerOf(tokens.sideAdmin)).toBeUndefined()
  expect((await signedIn(await aSession(person.sideAdmin))).held.map(({ role }) => role).toSorted()).toEqual([
    'side_admin',
    'staff',
  ])
})
