import { expect, test } from 'vitest'
import type { Viewer } from '#lib/access/viewer.ts'
import { agreementPage } from '#lib/agreements/agreement.ts'
import { releaseAgreement } from '#lib/agreements/release.ts'
import { keptInitiative } from '#lib/initiatives/kept.ts'
import { createInitiative } from '#lib/initiatives/create.ts'
import { changeDueDate } from '#lib/milestones/change-due-date.ts'
import { confirmMilestone } from '#lib/milestones/confirm.ts'
import { createMilestone } from '#lib/milestones/create.ts'
import { milestonePage } from '#lib/milestones/milestone.ts'
import { putDueDate } from '#lib/milestones/put-due-date.ts'
import { releaseMilestone } from '#lib/milestones/release.ts'
import { initiativePage } from '#lib/initiatives/initiative.ts'
import { releaseInitiative } from '#lib/initiatives/release.ts'
import { run } from '#lib/runner/run.ts'
import { searchResults } from '#lib/search/results.ts'
import { aMilestone, asOwner, insert, newId, rows, texts, versionOf } from '#tests/builders.ts'
import { withWorld } from '#tests/world.ts'

/** What a side kept to itself appears to the other as if new. */

const world = withWorld()

type Milestone = { id: string; code: string }
const release = async (milestone: Milestone, more: object = {}) => {
  const { version } = await versionOf(milestone.id)
  const sent = {
    id: newId(),
    milestone: milestone.code,
    version,
    to: 'shared',
    reason: 'Secret grounds',
    ...more,
  }
  return run(releaseMilestone, world().staff, sent)
}
const codeOf = async ({ id }: Milestone) =>
  (await rows<{ code: string }>('select code from milestones where id = $1', id))[0]?.code ?? ''

test('no earlier date, text, version or reason crosses over, and the first date is the present one', async () => {
  const { staff, koreanStaff } = world()
  const milestone = await aMilestone(world(), { visibility: 'UZ', status: 'in_progress', percent: 100 })
  const former = await versionOf(milestone.id)
  const moved = {
    to: { year: '2099', part: '12', day: '31' },
    cause: 'financing',
    words: 'Secret grounds of the move',
  }
  const change = { id: newId(), milestone: milestone.code, version: former.version, ...moved }
  expect(await run(changeDueDate, staff, change)).toMatchObject({ ok: true })
  const { version } = await versionOf(milestone.id)
  await run(confirmMilestone, staff, { id: newId(), milestone: milestone.code, version })
  const own = await versionOf(milestone.id)
  expect(own.status).toBe('completed')

  expect(await release(milestone)).toMatchObject({ ok: true })
  const code = await codeOf(milestone)
  expect(code).toMatch(/^UZ-KR-SC-01-\d+$/)
  const seen = await milestonePage.ask(koreanStaff, { milestone: code }, 'en')
  // Korea's key is open again.
  expect(seen?.milestone).toMatchObject({
    status: 'claimed',
    needed: ['UZ', 'KR'],
    standing: [{ side: 'UZ', says: 'confirmed' }],
    due: { on: '2099-12-31' },
    baseline: { on: '2099-12-31' },
    oneKey: false,
  })
  expect(seen?.dueDateChanges).toEqual([])
  expect(seen?.history).toMatchObject([{ kind: 'appeared', command: 'milestones.release' }])
  const said = JSON.stringify(seen)
  for (const past of ['2099-06-30', 'Secret grounds', former.version, own.version])
    expect(said).not.toContain(past)
  const mine = await milestonePage.ask(staff, { milestone: code }, 'en')
  expect(mine?.dueDateChanges).toMatchObject([
    { state: 'before_release', words: 'Secret grounds of the move' },
  ])
  expect(mine?.slip).toBeNull()
})

test('the former code leads its side on, and is nothing for everybody else', async () => {
  const { staff, koreanStaff, observer } = world()
  const milestone = await aMilestone(world(), { visibility: 'UZ' })
  await asOwner((tx) =>
    tx.query(`update milestones set code = 'UZ-KR-SC-01-U-K7QX' where id = $1`, [milestone.id]),
  )
  const former = { ...milestone, code: 'UZ-KR-SC-01-U-K7QX' }
  expect(await release(former)).toMatchObject({ ok: true })
  const code = await codeOf(milestone)
  const asked = { milestone: 'UZ-KR-SC-01-U-K7QX' }
  expect((await milestonePage.ask(staff, asked, 'en'))?.milestone.code).toBe(code)
  for (const who of [koreanStaff, observer]) {
    expect(await milestonePage.ask(who, asked, 'en')).toBeUndefined()
    expect(await milestonePage.ask(who, { milestone: code }, 'en')).toBeDefined()
  }
})

test('an initiative goes without its milestones, unless they are named', async () => {
  const { staff, koreanStaff, audience, partnership, direction } = world()
  const initiative = await asOwner((tx) =>
    insert(tx, 'initiatives', {
      audience_id: audience.UZ,
      partnership_id: partnership,
      direction_id: direction,
      code: 'UZ-KR-SC-U-ABCD',
      title: texts('Secret cluster'),
      standing: 'in_progress',
    }),
  )
  const along = await aMilestone(world(), { visibility: 'UZ', initiative })
  const stays = await aMilestone(world(), { visibility: 'UZ', initiative })
  expect(await release(along)).toMatchObject({
    problem: { message: 'rules.why-not.release-the-initiative-first' },
  })
  const [row] = await rows<{ version: string }>('select version from initiatives where id = $1', initiative)
  const sent = { initiative: 'UZ-KR-SC-U-ABCD', version: row?.version, to: 'shared', reason: 'Agreed' }
  const other = await aMilestone(world())
  expect(await run(releaseInitiative, staff, { ...sent, id: newId(), along: [other.code] })).toMatchObject({
    problem: { fields: { along: 'problem.not-to-name' } },
  })
  expect(await run(releaseInitiative, koreanStaff, { ...sent, id: newId() })).toMatchObject({
    problem: { code: 'not-found' },
  })
  const offered = async (who: Viewer, code: string) =>
    (await keptInitiative.ask(who, { partnership: 'UZ-KR', initiative: code }, 'en'))?.release
  const codes = [along.code, stays.code].toSorted().map((code) => expect.objectContaining({ code }))
  expect(await offered(staff, 'UZ-KR-SC-U-ABCD')).toEqual({ to: 'shared', along: codes })
  const outcome = await run(releaseInitiative, staff, { ...sent, id: newId(), along: [along.code] })
  expect(outcome).toMatchObject({ ok: true, value: { made: { code: 'UZ-KR-SC-02' } } })
  const seen = await initiativePage.ask(koreanStaff, { initiative: 'UZ-KR-SC-02' }, 'en')
  expect(seen?.milestones.map(({ code }) => code)).toEqual(['UZ-KR-SC-02-01'])
  expect(JSON.stringify(seen)).not.toContain(stays.code)
  const mine = await initiativePage.ask(staff, { initiative: 'UZ-KR-SC-U-ABCD' }, 'en')
  expect(mine?.milestones).toHaveLength(2)
  expect(await offered(staff, 'UZ-KR-SC-02')).toMatchObject({ to: 'public' })
  expect(await offered(world().admin, 'UZ-KR-SC-02')).toBeNull()
})

test('an agreement gets a code of the series, and takes along what the other side sees of it', async () => {
  const { staff, official, koreanStaff, audience, partnership, direction } = world()
  const { id, own } = await asOwner(async (tx) => {
    const its = { partnership_id: partnership, kind: 'protocol' }
    await insert(tx, 'agreements', {
      ...its,
      audience_id: audience.shared,
      code: 'UZ-KR-AGR-07',
      title: texts('Treaty'),
    })
    const id = await insert(tx, 'agreements', {
      ...its,
      audience_id: audience.UZ,
      code: 'UZ-KR-AGR-U-ABCD',
      title: texts('Zarafshon protocol'),
    })
    const hidden = { audience_id: audience.UZ, agreement_id: id }
    await insert(tx, 'agreement_directions', { ...hidden, direction_id: direction })
    const own = await insert(tx, 'initiatives', {
      audience_id: audience.UZ,
      partnership_id: partnership,
      direction_id: direction,
      code: 'UZ-KR-SC-U-EFGH',
      title: texts('Secret plant'),
      standing: 'agreed',
    })
    const [shared] = (await tx.query<{ id: string }>(`select id from initiatives where code = 'UZ-KR-SC-01'`))
      .rows
    for (const initiative_id of [own, shared?.id])
      await insert(tx, 'initiative_agreements', { ...hidden, initiative_id })
    return { id, own }
  })
  const pageFor = (who: Viewer, agreement: string) =>
    agreementPage.ask(who, { partnership: 'UZ-KR', agreement }, 'en')
  const version = async () =>
    (await rows<{ version: string }>('select version from agreements where id = $1', id))[0]?.version ?? ''
  const former = await version()
  const sent = { agreement: 'UZ-KR-AGR-U-ABCD', version: former, to: 'shared', reason: 'Secret grounds' }
  expect(await pageFor(staff, 'UZ-KR-AGR-U-ABCD')).toMatchObject({ release: 'shared', version: former })
  expect(await pageFor(official, 'UZ-KR-AGR-U-ABCD')).toMatchObject({ release: null })
  expect(await run(releaseAgreement, koreanStaff, { ...sent, id: newId() })).toMatchObject({
    problem: { code: 'not-found' },
  })
  expect(await run(releaseAgreement, official, { ...sent, id: newId() })).toMatchObject({
    problem: { code: 'not-allowed' },
  })
  expect(await run(releaseAgreement, staff, { ...sent, to: 'public', id: newId() })).toMatchObject({
    problem: { message: 'rules.why-not.not-wider' },
  })
  expect(await run(releaseAgreement, staff, { ...sent, id: newId() })).toMatchObject({
    ok: true,
    value: { made: { code: 'UZ-KR-AGR-08' } },
  })

  const seen = await pageFor(koreanStaff, 'UZ-KR-AGR-08')
  expect(seen).toMatchObject({
    directions: [{ code: 'SC' }],
    initiatives: [{ code: 'UZ-KR-SC-01' }],
    audience: { kind: 'shared' },
    release: 'public',
  })
  for (const past of ['Secret', former, 'UZ-KR-SC-U-EFGH']) expect(JSON.stringify(seen)).not.toContain(past)
  expect(await pageFor(koreanStaff, 'UZ-KR-AGR-U-ABCD')).toBeUndefined()
  const mine = await pageFor(staff, 'UZ-KR-AGR-U-ABCD')
  expect(mine?.code).toBe('UZ-KR-AGR-08')
  expect(mine?.initiatives.map(({ code }) => code).toSorted()).toEqual(['UZ-KR-SC-01', 'UZ-KR-SC-U-EFGH'])
  const found = await searchResults.ask(koreanStaff, { words: 'Zarafshon' }, 'en')
  expect(found?.results).toMatchObject([{ code: 'UZ-KR-AGR-08' }])

  // To the public the staff of either side open it, on what they saw.
  const publish = { agreement: 'UZ-KR-AGR-08', to: 'public', reason: 'Agreed' }
  expect(
    await run(releaseAgreement, koreanStaff, { ...publish, id: newId(), version: former }),
  ).toMatchObject({
    problem: { code: 'conflict' },
  })
  const now = { ...publish, id: newId(), version: await version() }
  expect(await run(releaseAgreement, koreanStaff, now)).toMatchObject({ ok: true })
  expect(await pageFor(world().admin, 'UZ-KR-AGR-08')).toMatchObject({
    audience: { kind: 'public' },
    release: null,
  })
  expect(await rows('select * from verify_ledger()')).toEqual([])
  expect(await rows('select audience_id from initiative_agreements where initiative_id = $1', own)).toEqual([
    { audience_id: audience.UZ },
  ])
})

test('what is shared already is not released to both sides again, and nobody but staff releases', async () => {
  const shared = await aMilestone(world())
  expect(await release(shared)).toMatchObject({ problem: { message: 'rules.why-not.not-wider' } })
  const { version } = await versionOf(shared.id)
  for (const who of [world().official, world().sideAdmin, world().admin]) {
    const sent = { id: newId(), milestone: shared.code, version, to: 'public', reason: 'Out' }
    expect(await run(releaseMilestone, who, sent)).toMatchObject({ problem: { code: 'not-allowed' } })
  }
})

/** When a UUID of version 7 was made; other ones tell nothing. */
const timesIn = (said: string) =>
  Array.from(
    said.matchAll(/\b([0-9a-f]{8})-([0-9a-f]{4})-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\b/g),
  ).map(([, high = '', low = '']) => Number.parseInt(high + low, 16))

test('no id of what crosses over tells a time before it did', async () => {
  const { staff, official, audience, partnership } = world()
  await asOwner(async (tx) => {
    const its = { audience_id: audience.shared, partnership_id: partnership }
    await insert(tx, 'agreements', { ...its, code: 'UZ-KR-AGR-01', title: texts('Loan'), kind: 'loan' })
    await insert(tx, 'sources', { ...its, code: 'UZ-KR-SRC-01', title: 'Told', publisher: 'Agency' })
  })
  const own = { language: 'en', audience: 'own' }
  const made = async (outcome: ReturnType<typeof run>) => {
    const answer = await outcome
    if (!answer.ok) throw new Error(JSON.stringify(answer.problem))
    return answer.value.made as { code: string; version: string }
  }
  const initiative = await made(
    run(createInitiative, staff, {
      ...own,
      id: newId(),
      partnership: 'UZ-KR',
      direction: 'SC',
      title: { en: 'Packaging' },
      standing: 'agreed',
      lead: { UZ: 'MINISTRY', KR: 'KOREANMINISTRY' },
      agreements: ['UZ-KR-AGR-01'],
      source: 'UZ-KR-SRC-01',
    }),
  )
  const milestones: { id: string; code: string }[] = []
  for (const title of ['Hall', 'Line']) {
    const id = newId()
    const typed = {
      weight: 1,
      side: 'UZ',
      organisation: 'MINISTRY',
      due: { year: '2099', part: '06', day: '30' },
    }
    const waitsFor = milestones.map(({ code }) => code)
    const sent = { ...own, ...typed, id, initiative: initiative.code, title: { en: title }, waitsFor }
    milestones.push({ id, code: (await made(run(createMilestone, staff, sent))).code })
  }
  const asked = []
  for (const { id, code } of milestones) {
    const { version } = await versionOf(id)
    const change = { id: newId(), milestone: code, version, cause: 'financing', words: 'The loan is late' }
    const to = { year: '2099', part: '12', day: '31' }
    await made(run(changeDueDate, official, { ...change, to }))
    asked.push(change.id)
  }

  const crossing = Date.now()
  const along = milestones.map(({ code }) => code)
  const act = { id: newId(), initiative: initiative.code, version: initiative.version, along }
  await made(run(releaseInitiative, staff, { ...act, to: 'shared', reason: 'Agreed' }))
  for (const change of asked) await made(run(putDueDate, staff, { id: newId(), change }))
  const crossed = await rows<{ kind: string; said: string }>(
    `select record_table as kind, after::text as said from changes join events e using (command, audience_id)
     where audience_id = $1 and e.name in ('initiatives.release', 'milestones.put-due-date') order by 1`,
    audience.shared,
  )
  expect([...new Set(crossed.map(({ kind }) => kind))]).toEqual([
    'citations',
    'due_date_changes',
    'initiative_agreements',
    'initiative_bodies',
    'initiatives',
    'milestone_dependencies',
    'milestones',
  ])
  expect(
    crossed.filter(({ said }) => timesIn(said).some((made) => made < crossing)).map(({ kind }) => kind),
  ).toEqual([])
})
