import { beforeAll, describe, expect, test } from 'vitest'
import { changeAcceptanceSteps } from '#lib/acceptance-steps/change.ts'
import { acceptanceStepList } from '#lib/acceptance-steps/list.ts'
import { viewerOf, type Role, type Viewer } from '#lib/access/viewer.ts'
import { createDirection } from '#lib/directions/create.ts'
import { unarchiveDirection } from '#lib/directions/unarchive.ts'
import { createInitiative } from '#lib/initiatives/create.ts'
import { initiativePage } from '#lib/initiatives/initiative.ts'
import { changeDueDate } from '#lib/milestones/change-due-date.ts'
import { confirmMilestone } from '#lib/milestones/confirm.ts'
import { milestonePage } from '#lib/milestones/milestone.ts'
import { myWork } from '#lib/milestones/my-work.ts'
import { administeredPartnerships } from '#lib/partnerships/administered.ts'
import { partnershipAdministration } from '#lib/partnerships/administration.ts'
import { archivePartnership } from '#lib/partnerships/archive.ts'
import { changePartnership } from '#lib/partnerships/change.ts'
import { partnershipsFrame } from '#lib/partnerships/frame.ts'
import { partnershipList } from '#lib/partnerships/list.ts'
import { partnershipOverview } from '#lib/partnerships/overview.ts'
import { unarchivePartnership } from '#lib/partnerships/unarchive.ts'
import { appointFirstAdmin } from '#lib/people/appoint-first-admin.ts'
import { createPerson } from '#lib/people/create.ts'
import { deactivatePerson } from '#lib/people/deactivate.ts'
import { linkPerson } from '#lib/people/link.ts'
import { reactivatePerson } from '#lib/people/reactivate.ts'
import { grantRole } from '#lib/posts/grant.ts'
import { revokeRole } from '#lib/posts/revoke.ts'
import { acceptReport } from '#lib/progress-reports/accept.ts'
import { reviewQueue } from '#lib/progress-reports/review.ts'
import { submitReport } from '#lib/progress-reports/submit.ts'
import type { AnyCommand } from '#lib/runner/command.ts'
import { run } from '#lib/runner/run.ts'
import { searchResults } from '#lib/search/results.ts'
import { aPost, setChain, somebody, uzbek, versionIn } from '#tests/administering.ts'
import {
  aMilestone,
  aReport,
  aSession,
  asOwner,
  insert,
  newId,
  rows,
  signedIn,
  type Who,
} from '#tests/builders.ts'
import { otherDate, sent } from '#tests/sent.ts'
import { withWorld } from '#tests/world.ts'

/** A partnership is put away and brought back, one test resting on the other. */

const world = withWorld()
beforeAll(() => {
  process.env['NEXTAUTH_SECRET'] = 'of this test'
})

const everybody: Who[] = [
  'official',
  'otherOfficial',
  'staff',
  'observer',
  'insideObserver',
  'sideAdmin',
  'admin',
  'koreanOfficial',
  'koreanStaff',
  'koreanObserver',
  'stranger',
]
const now = (who: Who) => signedIn(world().tokens[who])
const here = { partnership: 'UZ-KR' }
const notAllowed = (message: string) => ({ ok: false, problem: { code: 'not-allowed', message } })
const notFound = { ok: false, problem: { code: 'not-found', message: 'problem.not-found' } }
const version = async () =>
  (await rows<{ version: string }>('select version from partnerships where code = $1', 'UZ-KR'))[0]?.version
const put = async (command: AnyCommand, who: Who, more: object = {}) =>
  run(command, await now(who), { id: newId(), ...here, version: await version(), ...more })
const act = async (command: AnyCommand, who: Who | Viewer, input: object) =>
  run(command, typeof who === 'string' ? await now(who) : who, { id: newId(), ...input })

async function well(acting: ReturnType<typeof act>): Promise<void> {
  const done = await acting
  if (!done.ok) throw new Error(done.problem.message)
}

/** A side admin of Uzbekistan in the other partnership alone. */
let neighbour: Viewer
/** Of Uzbekistan, with a role in the partnership; nobody holds it. */
let post = ''
let ready = { code: '', id: '' }
let reportable = { code: '', id: '' }
let own = { code: '', id: '' }
let waiting = ''
let before: Viewer[] = []

beforeAll(async () => {
  ready = await aMilestone(world(), { status: 'in_progress', percent: 100 })
  reportable = await aMilestone(world(), { due: '2020-01-31' })
  own = await aMilestone(world(), { visibility: 'UZ' })
  await setChain(world(), [world().post.otherOfficial])
  const report = aReport(await aMilestone(world()))
  waiting = report.id
  await well(act(submitReport, 'official', report))
  const asked = { milestone: reportable.code, ...otherDate }
  await well(act(changeDueDate, 'official', { ...asked, version: await versionOf(reportable.id) }))
  neighbour = await signedIn(
    await aSession(await holderOf(await aPost(world(), ['side_admin'], world().other))),
  )
  post = await aPost(world(), ['staff'])
  before = await Promise.all(everybody.map(now))
})

async function holderOf(post_id: string): Promise<string> {
  const person_id = await somebody(world())
  await asOwner((tx) =>
    insert(tx, 'appointments', { ...uzbek(world()), post_id, person_id, from_on: '2024-06-14' }),
  )
  return person_id
}

const versionOf = async (milestone: string) =>
  (await rows<{ version: string }>('select version from milestones where id = $1', milestone))[0]?.version

const waitsFor = async (who: Who) => {
  const viewer = await now(who)
  const work = await myWork.ask(viewer, {}, 'en')
  const frame = await partnershipsFrame.ask(viewer, {}, 'en')
  const overview = await partnershipOverview.ask(viewer, here, 'en')
  const queue = await reviewQueue.ask(viewer, here, 'en')
  return {
    work: [work?.owed, work?.steps, work?.keys, work?.changes, work?.askings].flat().length,
    frame: frame?.myWork ?? 0,
    review: frame?.partnerships.find(({ code }) => code === 'UZ-KR')?.review ?? 0,
    overview: overview?.waiting.all,
    queue: [queue?.reports, queue?.keys, queue?.changes].flat().length,
  }
}
const nothing = { work: 0, frame: 0, review: 0, overview: 0, queue: 0 }

const listed = async (who: Who) => (await partnershipsFrame.ask(await now(who), {}, 'en'))?.partnerships
const administered = async (archived?: 'yes') =>
  (await administeredPartnerships.ask(await now('admin'), { archived }, 'en'))?.partnerships.map(
    ({ code }) => code,
  )

test('before it is put away its admin sees what depends on it, and nothing of a side’s own', async () => {
  await asOwner((tx) =>
    tx.query('update sides set lead_organisation_id = $1 where partnership_id = $2 and position = 1', [
      world().organisation.secretariat,
      world().partnership,
    ]),
  )
  const page = await partnershipAdministration.ask(await now('admin'), here, 'en')
  // Of the registries he sees his own country's: eight of Uzbekistan, himself without a role in it.
  expect(page?.depends).toEqual({ initiatives: 1, milestones: 3, led: 1, people: 7, country: 'UZ' })
  for (const who of ['official', 'staff', 'sideAdmin'] as const)
    expect(await partnershipAdministration.ask(await now(who), here, 'en')).toBeUndefined()
})

test('the admin of the installation alone puts it away, and only what he has seen', async () => {
  for (const who of ['official', 'staff', 'sideAdmin', 'koreanStaff', 'stranger'] as const)
    expect(await put(archivePartnership, who)).toMatchObject(notAllowed('partnerships.archive.not-allowed'))
  expect(await put(archivePartnership, 'admin', { version: newId() })).toMatchObject({
    problem: { code: 'conflict' },
  })
  expect(await put(archivePartnership, 'admin', { partnership: 'UZ-XX' })).toMatchObject(notFound)
  expect(await put(unarchivePartnership, 'admin')).toMatchObject(notFound)

  expect(await waitsFor('staff')).toMatchObject({ work: 2, review: 2, overview: 2, queue: 2 })
  expect(await waitsFor('official')).toMatchObject({ work: 5, overview: 1 })
  expect(await waitsFor('otherOfficial')).toMatchObject({ review: 1, queue: 1 })
  const kept = await viewerOf(world().tokens.staff)
  if (!kept) throw new Error('signed out')
  const frame = await partnershipsFrame.ask(kept, {}, 'en')

  expect(await put(archivePartnership, 'admin')).toMatchObject({
    ok: true,
    value: { made: { code: 'UZ-KR' }, next: '/admin/partnerships/UZ-KR?done=partnerships.archive' },
  })
  const seen = await viewerOf(world().tokens.staff)
  expect(seen?.audiences).not.toEqual(kept.audiences)
  if (seen) expect(await partnershipsFrame.ask(seen, {}, 'en')).not.toEqual(frame)
  expect(await put(archivePartnership, 'admin')).toMatchObject(notFound)
})

describe('while it is put away', () => {
  test('everybody sees what he saw, and writes what is not of it', async () => {
    const away = new Set(Object.values(world().audience))
    for (const [n, who] of everybody.entries()) {
      const [then, after] = [before[n], await now(who)]
      const seen = (viewer: Viewer | undefined) => viewer?.audiences.map(({ id }) => id).toSorted()
      expect(seen(after), who).toEqual(seen(then))
      expect(after.writeAudiences, who).toEqual(then?.writeAudiences.filter((id) => !away.has(id)))
    }
    const roles = async (who: Who) =>
      (await now(who)).held.map(({ role, partnership }) => [role, partnership === world().partnership])
    const reads = (role: Role) => [[role, true]]
    for (const who of ['official', 'staff', 'insideObserver', 'koreanOfficial', 'koreanStaff'] as const)
      expect(await roles(who)).toEqual(reads('inside_observer'))
    for (const who of ['observer', 'koreanObserver'] as const)
      expect(await roles(who)).toEqual(reads('observer'))
    expect((await roles('sideAdmin')).toSorted()).toEqual([
      ['observer', true],
      ['side_admin', false],
    ])
    expect(await roles('admin')).toEqual([['admin', false]])
    expect(await roles('stranger')).toEqual([['staff', false]])
  })

  test('what an official, staff and a side’s admin did is refused as to who has no such role', async () => {
    const report = () => aReport(reportable)
    const refusedAlike = async (command: AnyCommand, input: object, who: Who, like: Who | Viewer) => {
      const answer = await act(command, who, input)
      expect(answer).toMatchObject({ ok: false })
      expect(answer).toEqual(await act(command, like, input))
      return answer
    }
    expect(await refusedAlike(submitReport, report(), 'official', 'observer')).toMatchObject(
      notAllowed('progress-reports.submit.not-allowed'),
    )
    const confirm = { milestone: ready.code, version: await versionOf(ready.id) }
    for (const who of ['staff', 'koreanStaff'] as const)
      expect(await refusedAlike(confirmMilestone, confirm, who, 'observer')).toMatchObject(
        notAllowed('milestones.confirm.not-allowed'),
      )
    // The step is of his post, which he holds still.
    expect(
      await refusedAlike(acceptReport, { report: waiting }, 'otherOfficial', 'insideObserver'),
    ).toMatchObject(notAllowed('progress-reports.accept.not-allowed'))
    const post = await aPost(world())
    const grant = { post, ...here, role: 'staff' }
    expect(await refusedAlike(grantRole, grant, 'sideAdmin', neighbour)).toMatchObject({
      problem: { fields: { partnership: 'posts.grant.not-your-side' } },
    })
    const [role] = await rows<{ id: string }>(
      'select id from grants where post_id = $1',
      world().post.observer,
    )
    await refusedAlike(revokeRole, { grant: role?.id }, 'sideAdmin', neighbour)
    const chain = { ...here, version: world().partnership, steps: ['any-staff'] }
    await refusedAlike(changeAcceptanceSteps, chain, 'sideAdmin', neighbour)
    const initiative = { ...here, ...sent['initiatives.create']?.({ names: { audience: 'shared' } }) }
    for (const who of ['admin', 'staff', 'sideAdmin'] as const)
      expect(await refusedAlike(createInitiative, initiative, who, 'observer')).toMatchObject(
        notAllowed('initiatives.create.not-allowed'),
      )
  })

  test('its admin changes nothing in it either', async () => {
    const words = (name: string) => sent[name]?.({ names: {} })
    const year = (year: string) => ({ year, part: '', day: '' })
    const period = { starts: year('2024'), ends: year('2027') }
    const { partnership } = (await partnershipAdministration.ask(await now('admin'), here, 'en')) ?? {}
    expect(partnership?.isArchived).toBe(true)
    for (const [command, input] of [
      [changePartnership, { ...words('partnerships.change'), ...period, version: partnership?.version }],
      [createDirection, words('directions.create')],
      [appointFirstAdmin, words('people.appoint-first-admin')],
    ] as const)
      expect(await act(command, 'admin', { ...here, ...input }), command.name).toMatchObject(notFound)
    expect(await act(unarchiveDirection, 'admin', { direction: 'UZ-KR-SC', version: newId() })).toMatchObject(
      notFound,
    )
  })

  test('his country’s registry stays a side admin’s; who has a role in it he closes, and does nothing else', async () => {
    const made = newId()
    const person = { id: made, name: 'Somebody', email: `${made}@example.org` }
    expect(await act(createPerson, 'sideAdmin', person)).toMatchObject({ ok: true })
    const put = async (who: string) =>
      act(deactivatePerson, 'sideAdmin', { person: who, version: await versionIn('people', who) })
    expect(await put(made)).toMatchObject({ ok: true })
    const leaving = await holderOf(post)
    expect(await act(linkPerson, 'sideAdmin', { person: leaving })).toMatchObject(
      notAllowed('people.link.not-allowed'),
    )
    const token = await aSession(leaving)
    expect(await put(leaving)).toMatchObject({ ok: true })
    expect(await viewerOf(token)).toBeUndefined()
    const version = await versionIn('people', leaving)
    expect(await act(reactivatePerson, 'sideAdmin', { person: leaving, version })).toMatchObject(
      notAllowed('people.reactivate.not-allowed'),
    )
    expect(await acceptanceStepList.ask(await now('sideAdmin'), {}, 'en')).toMatchObject({ chains: [] })
  })

  test('nothing in it waits for anybody, no list offers it, and it is found and read', async () => {
    for (const who of ['staff', 'official', 'otherOfficial', 'koreanStaff'] as const)
      expect(await waitsFor(who), who).toEqual(nothing)
    expect((await partnershipList.ask(await now('observer'), {}, 'en'))?.map(({ code }) => code)).toEqual([
      'UZ-JP',
    ])
    expect(await administered()).toEqual(['UZ-JP'])
    expect(await administered('yes')).toEqual(['UZ-KR'])
    expect((await listed('staff'))?.map(({ code, isArchived }) => [code, isArchived])).toEqual([
      ['UZ-JP', false],
      ['UZ-KR', true],
    ])
    const staff = await now('staff')
    const found = await searchResults.ask(staff, { words: own.code }, 'en')
    expect(found?.results.map(({ code }) => code)).toContain(own.code)
    expect(await milestonePage.ask(staff, { ...here, milestone: own.code }, 'en')).toMatchObject({
      mayKeep: false,
    })
    expect(
      await milestonePage.ask(await now('koreanStaff'), { ...here, milestone: own.code }, 'en'),
    ).toBeUndefined()
    for (const who of ['admin', 'staff'] as const)
      expect(
        await initiativePage.ask(await now(who), { ...here, initiative: 'UZ-KR-SC-01' }, 'en'),
      ).toMatchObject({
        mayKeep: false,
        mayAdd: false,
      })
  })
})

test('the admin of the installation alone brings it back, and every role in it is what it was', async () => {
  for (const who of ['staff', 'sideAdmin', 'observer'] as const)
    expect(await put(unarchivePartnership, who)).toMatchObject(
      notAllowed('partnerships.unarchive.not-allowed'),
    )
  expect(await put(unarchivePartnership, 'admin', { version: newId() })).toMatchObject({
    problem: { code: 'conflict' },
  })
  expect(await put(unarchivePartnership, 'admin')).toMatchObject({
    ok: true,
    value: { next: '/admin/partnerships/UZ-KR?done=partnerships.unarchive' },
  })
  for (const [n, who] of everybody.entries()) expect(await now(who), who).toEqual(before[n])
  expect(await administered('yes')).toEqual([])
  expect((await listed('staff'))?.map(({ code }) => code)).toEqual(['UZ-KR', 'UZ-JP'])
  expect(await waitsFor('staff')).toMatchObject({ work: 2, review: 2, overview: 2, queue: 2 })

  expect(await act(acceptReport, 'otherOfficial', { report: waiting })).toMatchObject({ ok: true })
  expect(await act(submitReport, 'official', aReport(reportable))).toMatchObject({ ok: true })
  const confirm = { milestone: ready.code, version: await versionOf(ready.id) }
  expect(await act(confirmMilestone, 'staff', confirm)).toMatchObject({ ok: true })
  const grant = { post: await aPost(world()), ...here, role: 'staff' }
  expect(await act(grantRole, 'sideAdmin', grant)).toMatchObject({ ok: true })
  expect(await setChain(world(), ['any-staff'])).toMatchObject({ ok: true })
  const initiative = { ...here, ...sent['initiatives.create']?.({ names: { audience: 'shared' } }) }
  expect(await act(createInitiative, 'admin', initiative)).toMatchObject({ ok: true })
  expect(await rows('select * from verify_ledger()')).toEqual([])
})
