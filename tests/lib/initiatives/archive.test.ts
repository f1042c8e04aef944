import { expect, test } from 'vitest'
import { contradictionsPage } from '#lib/facts/contradictions.ts'
import { archiveInitiative } from '#lib/initiatives/archive.ts'
import { initiativePage } from '#lib/initiatives/initiative.ts'
import { keptInitiative } from '#lib/initiatives/kept.ts'
import { initiativeList } from '#lib/initiatives/list.ts'
import { unarchiveInitiative } from '#lib/initiatives/unarchive.ts'
import { meetingPage } from '#lib/meetings/meeting.ts'
import { archiveMilestone } from '#lib/milestones/archive.ts'
import { milestoneBoard } from '#lib/milestones/board.ts'
import { milestonePage } from '#lib/milestones/milestone.ts'
import { partnershipOverview } from '#lib/partnerships/overview.ts'
import { run } from '#lib/runner/run.ts'
import { searchResults } from '#lib/search/results.ts'
import { sourcePage } from '#lib/sources/source.ts'
import { aMilestone, asOwner, insert, newId, rows, texts } from '#tests/builders.ts'
import { createdInitiative, versionOfInitiative as versionOf } from '#tests/initiatives.ts'
import { withWorld } from '#tests/world.ts'

const world = withWorld()

const create = (more: object) => createdInitiative(world().staff, more)

test('an archived initiative is nowhere, with its milestones, and comes back with those that went with it', async () => {
  const { code } = await create({ title: { en: 'Photolithography' } })
  const [{ id } = { id: '' }] = await rows<{ id: string }>('select id from initiatives where code = $1', code)
  const stays = await aMilestone(world(), { initiative: id, title: 'Photoresist' })
  const gone = await aMilestone(world(), { initiative: id })
  const [own, ofOurs] = [
    await aMilestone(world(), { initiative: id, visibility: 'KR' }),
    await aMilestone(world(), { initiative: id, visibility: 'UZ' }),
  ]
  await run(archiveMilestone, world().staff, { id: newId(), milestone: gone.code, version: gone.version })
  const { staff, koreanStaff } = world()
  const seen = async () => {
    const list = await initiativeList.ask(staff, { partnership: 'UZ-KR' }, 'en')
    const board = await milestoneBoard.ask(staff, { partnership: 'UZ-KR' }, 'en')
    const found = await searchResults.ask(staff, { words: 'photoresist' }, 'en')
    return { total: list?.total, onBoard: board?.total, found: found?.results.length }
  }
  const before = await seen()
  const kept = await keptInitiative.ask(staff, { partnership: 'UZ-KR', initiative: code }, 'en')
  expect(kept?.dependents).toMatchObject({ milestones: 2, archived: [{ code: gone.code }] })
  const act = async () => ({ id: newId(), initiative: code, version: await versionOf(code) })
  expect(await run(archiveInitiative, staff, await act())).toMatchObject({ ok: true })
  expect(await seen()).toEqual({
    total: (before.total ?? 0) - 1,
    onBoard: (before.onBoard ?? 0) - 1,
    found: (before.found ?? 0) - 1,
  })
  expect(await initiativePage.ask(staff, { initiative: code }, 'en')).toBeUndefined()
  expect(await milestonePage.ask(staff, { milestone: stays.code }, 'en')).toBeUndefined()
  // What a side keeps to itself stays: it would not come back when the other side brings the initiative back.
  expect(await milestonePage.ask(koreanStaff, { milestone: own.code }, 'en')).toBeDefined()
  expect(await milestonePage.ask(staff, { milestone: ofOurs.code }, 'en')).toBeDefined()
  expect(await run(archiveInitiative, staff, await act())).toMatchObject({ problem: { code: 'not-found' } })
  expect(await run(unarchiveInitiative, koreanStaff, await act())).toMatchObject({ ok: true })
  expect(await seen()).toEqual(before)
  expect(await milestonePage.ask(staff, { milestone: gone.code }, 'en')).toBeUndefined()
  expect(await rows('select * from verify_ledger()')).toEqual([])
})

test('what one side began alone goes and comes back whole', async () => {
  const { code } = await create({ audience: 'own' })
  const [{ id } = { id: '' }] = await rows<{ id: string }>('select id from initiatives where code = $1', code)
  const own = await aMilestone(world(), { initiative: id, visibility: 'UZ' })
  const act = async () => ({ id: newId(), initiative: code, version: await versionOf(code) })
  const there = () => milestonePage.ask(world().staff, { milestone: own.code }, 'en')
  expect(await run(archiveInitiative, world().staff, await act())).toMatchObject({ ok: true })
  expect(await there()).toBeUndefined()
  expect(await run(unarchiveInitiative, world().staff, await act())).toMatchObject({ ok: true })
  expect(await there()).toBeDefined()
})

test('no sum counts an archived initiative, and no source, decision or open point leads to it', async () => {
  const { code } = await create({ title: { en: 'Etching' } })
  const [{ id } = { id: '' }] = await rows<{ id: string }>('select id from initiatives where code = $1', code)
  const shared = { audience_id: world().audience.shared, partnership_id: world().partnership }
  await asOwner(async (tx) => {
    const money = {
      code: 'UZ-KR-FIN-77',
      title: texts('Loan'),
      transaction_type: '2',
      currency: 'USD',
      amount: '5000000',
    }
    const [lends, owes] = [world().country.KR, world().country.UZ]
    const between = { provider_country_id: lends, receiver_country_id: owes, instrument: 'loan' }
    const on = { agreed_on: '2026-01-05', agreed_precision: 'day', status: 'agreed' }
    await insert(tx, 'finance_records', { ...shared, ...money, ...between, ...on, initiative_id: id })
    const point = { position: 77, text: texts('Who pays?'), status: 'open' }
    await insert(tx, 'open_points', { ...shared, ...point, initiative_id: id })
    const told = { code: 'UZ-KR-SRC-77', title: 'Told', publisher: 'Somebody', url: 'https://example.org/' }
    const source = await insert(tx, 'sources', { ...shared, ...told })
    await insert(tx, 'citations', { ...shared, source_id: source, position: 1, initiative_id: id })
    const held = {
      code: 'UZ-KR-MTG-77',
      kind: 'other',
      title: texts('Talks'),
      held_on: '2026-05-04',
      held_precision: 'day',
    }
    const meeting = await insert(tx, 'meetings', { ...shared, ...held, status: 'held' })
    const decided = { code: 'UZ-KR-MTG-77-1', number: 1, text: texts('Build it'), initiative_id: id }
    await insert(tx, 'decisions', { ...shared, ...decided, meeting_id: meeting })
  })
  const staff = () => world().staff
  const seen = async () => {
    const overview = await partnershipOverview.ask(staff(), { partnership: 'UZ-KR' }, 'en')
    const source = await sourcePage.ask(staff(), { partnership: 'UZ-KR', source: 'UZ-KR-SRC-77' }, 'en')
    const meeting = await meetingPage.ask(staff(), { partnership: 'UZ-KR', meeting: 'UZ-KR-MTG-77' }, 'en')
    const points = await contradictionsPage.ask(staff(), { partnership: 'UZ-KR' }, 'en')
    return {
      committed: JSON.stringify(overview?.directions).includes('5000000'),
      rests: source?.resting.length,
      decided: meeting?.decisions.map(({ initiative }) => initiative?.code),
      open: points?.openPoints.map(({ initiative }) => initiative?.code),
    }
  }
  expect(await seen()).toEqual({ committed: true, rests: 1, decided: [code], open: [code] })
  const archival = { id: newId(), initiative: code, version: await versionOf(code) }
  expect(await run(archiveInitiative, staff(), archival)).toMatchObject({ ok: true })
  expect(await seen()).toEqual({ committed: false, rests: 0, decided: [undefined], open: [undefined] })
})
