import { expect, test } from 'vitest'
import { viewerOf } from '#lib/access/viewer.ts'
import { myWork } from '#lib/milestones/my-work.ts'
import { administeredOrganisation } from '#lib/organisations/administered.ts'
import { appointPerson } from '#lib/people/appoint.ts'
import { archivePost } from '#lib/posts/archive.ts'
import { changePost } from '#lib/posts/change.ts'
import { createPost } from '#lib/posts/create.ts'
import { grantRole } from '#lib/posts/grant.ts'
import { handOverPost } from '#lib/posts/hand-over.ts'
import { postPage } from '#lib/posts/post.ts'
import { unarchivePost } from '#lib/posts/unarchive.ts'
import { revokeRole } from '#lib/posts/revoke.ts'
import { run } from '#lib/runner/run.ts'
import { aPost, setChain, somebody, typedDay, versionIn } from '#tests/administering.ts'
import { aMilestone, aSession, asOwner, newId, rows, signedIn } from '#tests/builders.ts'
import { withWorld } from '#tests/world.ts'

const world = withWorld()

const admin = () => world().sideAdmin
const page = (post: string) => postPage.ask(admin(), { post }, 'en')

test('what is open on a post goes along with it, and who hands it over is signed out', async () => {
  const { post, tokens } = world()
  await aMilestone(world(), { title: 'shared' })
  await aMilestone(world(), { visibility: 'UZ' })
  await setChain(world(), [post.official, 'any-staff'])
  const before = await page(post.official)
  expect(before?.open).toMatchObject({ all: 1, milestones: [{ title: { text: 'shared' } }] })
  expect(before?.steps).toEqual([{ partnership: 'UZ-KR', position: 1 }])
  const successor = await somebody(world())
  const sent = { id: newId(), post: post.official, version: before?.holder?.appointment ?? '' }
  const handOver = (more: object) => run(handOverPost, admin(), { ...sent, ...more })
  const today = before?.today ?? ''
  expect(await handOver({ on: typedDay('2024-06-14'), person: successor })).toMatchObject({
    problem: { fields: { on: 'posts.hand-over.too-early' } },
  })
  expect(await handOver({ on: typedDay(today), person: newId() })).toMatchObject({
    problem: { fields: { person: 'posts.hand-over.no-person' } },
  })
  expect(await handOver({ on: typedDay(today), person: successor })).toMatchObject({ ok: true })
  expect(await viewerOf(tokens.official)).toBeUndefined()
  const after = await page(post.official)
  expect(after?.appointments.map(({ person, to }) => [person, to === null])).toEqual([
    [successor, true],
    [world().person.official, false],
  ])
  expect(after?.open).toEqual(before?.open)
  // The admin sees one, its holder both.
  const holder = await signedIn(await aSession(successor))
  expect((await myWork.ask(holder, {}, 'en'))?.owed).toHaveLength(2)
  expect(await handOver({ id: newId(), on: typedDay(today) })).toMatchObject({
    problem: { code: 'conflict' },
  })
})

test('without a successor a post is vacant, and can then be archived', async () => {
  const made = newId()
  const title = { en: 'Focal point' }
  await run(createPost, admin(), { id: made, organisation: 'MINISTRY', title })
  const other = { id: newId(), organisation: 'KOREANMINISTRY', title }
  expect(await run(createPost, admin(), other)).toMatchObject({ problem: { code: 'not-allowed' } })
  const version = await versionIn('posts', made)
  const change = { post: made, version, title: { en: 'Adviser' } }
  expect(await run(changePost, admin(), { id: newId(), ...change })).toMatchObject({ ok: true })
  expect(await run(changePost, admin(), { id: newId(), ...change })).toMatchObject({
    problem: { code: 'conflict' },
  })
  const archive = async (post: string) =>
    run(archivePost, admin(), { id: newId(), post, version: await versionIn('posts', post) })
  expect(await archive(made)).toMatchObject({ ok: true })
  expect(await page(made)).toMatchObject({ isArchived: true, title: { text: 'Adviser' } })
  expect(await archive(world().post.observer)).toMatchObject({ problem: { message: 'posts.archive.held' } })
  const vacant = await page(world().post.observer)
  const sent = { id: newId(), post: world().post.observer, version: vacant?.holder?.appointment }
  expect(await run(handOverPost, admin(), { ...sent, on: typedDay(vacant?.today ?? '') })).toMatchObject({
    ok: true,
  })
  expect(await archive(world().post.observer)).toMatchObject({
    problem: { message: 'posts.archive.has-roles' },
  })
})

test('the last role with which somebody takes a step of a chain stays; an archived post comes back, after its organisation', async () => {
  const post = await aPost(world())
  const sent = async (more: object = {}) => ({
    id: newId(),
    post,
    version: await versionIn('posts', post),
    ...more,
  })
  const grant = newId()
  const given = { id: grant, post, partnership: 'UZ-KR', role: 'official' }
  expect(await run(grantRole, admin(), given)).toMatchObject({ ok: true })
  await setChain(world(), ['any-staff', post])
  const revoke = (one: string) => run(revokeRole, admin(), { id: newId(), grant: one })
  expect(await revoke(grant)).toMatchObject({ problem: { message: 'posts.revoke.has-steps' } })
  const second = newId()
  expect(await run(grantRole, admin(), { ...given, id: second, role: 'staff' })).toMatchObject({ ok: true })
  expect(await revoke(grant)).toMatchObject({ ok: true })
  expect(await revoke(second)).toMatchObject({ problem: { message: 'posts.revoke.has-steps' } })
  await setChain(world(), ['any-staff'])
  expect(await revoke(second)).toMatchObject({ ok: true })
  expect(await run(archivePost, admin(), await sent())).toMatchObject({ ok: true })

  const ministry = await administeredOrganisation.ask(admin(), { organisation: 'MINISTRY' }, 'en')
  expect(ministry?.archivedPosts.map(({ id }) => id)).toContain(post)
  expect(ministry?.posts.map(({ id }) => id)).not.toContain(post)
  const archived = (at: string | null) =>
    asOwner((tx) => tx.query(`update organisations set archived_at = $1 where code = 'MINISTRY'`, [at]))
  await archived('2026-01-01')
  expect(await run(unarchivePost, admin(), await sent())).toMatchObject({
    problem: { message: 'posts.organisation-archived' },
  })
  // Nor does it get a role or a holder where it was left.
  const left = await aPost(world())
  expect(await run(grantRole, admin(), { ...given, id: newId(), post: left })).toMatchObject({
    problem: { message: 'posts.organisation-archived' },
  })
  const taken = { post: left, person: await somebody(world()), from: typedDay('2026-01-01') }
  expect(await run(appointPerson, admin(), { ...taken, id: newId() })).toMatchObject({
    problem: { fields: { post: 'posts.organisation-archived' } },
  })
  await archived(null)
  expect(await run(unarchivePost, world().koreanStaff, await sent())).toMatchObject({
    problem: { code: 'not-found' },
  })
  expect(await run(unarchivePost, admin(), await sent({ version: newId() }))).toMatchObject({
    problem: { code: 'conflict' },
  })
  expect(await run(unarchivePost, admin(), await sent())).toMatchObject({ ok: true })
  expect(await page(post)).toMatchObject({ isArchived: false, appointments: [], roles: [] })
})

test('a role is given and taken away at once, and once', async () => {
  const { post, tokens, person } = world()
  const grant = { post: post.otherOfficial, partnership: 'UZ-KR', role: 'staff' }
  expect(await run(grantRole, admin(), { id: newId(), ...grant })).toMatchObject({ ok: true })
  expect(await viewerOf(tokens.otherOfficial)).toBeUndefined()
  expect(await run(grantRole, admin(), { id: newId(), ...grant })).toMatchObject({
    problem: { fields: { role: 'posts.grant.already' } },
  })
  expect(await run(grantRole, admin(), { id: newId(), ...grant, partnership: 'UZ-JP' })).toMatchObject({
    problem: { fields: { partnership: 'posts.grant.not-your-side' } },
  })
  const token = await aSession(person.otherOfficial)
  const rolesNow = async (one: string) => (await viewerOf(one))?.held.map(({ role }) => role).toSorted()
  expect(await rolesNow(token)).toEqual(['official', 'staff'])
  const [{ id } = { id: '' }] = await rows<{ id: string }>(
    `select id from grants where post_id = $1 and role = 'staff'`,
    post.otherOfficial,
  )
  expect(await run(revokeRole, admin(), { id: newId(), grant: id })).toMatchObject({ ok: true })
  expect(await viewerOf(token)).toBeUndefined()
  expect(await rolesNow(await aSession(person.otherOfficial))).toEqual(['official'])
  expect(await run(revokeRole, admin(), { id: newId(), grant: id })).toMatchObject({
    problem: { code: 'not-found' },
  })
})

test('the page of another country’s post is not there, nor any for who is no admin', async () => {
  const post = await aPost(world())
  expect(await page(world().post.koreanStaff)).toBeUndefined()
  expect(await postPage.ask(world().staff, { post }, 'en')).toBeUndefined()
})
