import { expect, test } from 'vitest'
import { asViewer } from '#lib/access/wall.ts'
import { auditEventList } from '#lib/audit-events/list.ts'
import { contradictionsPage } from '#lib/facts/contradictions.ts'
import { archiveInitiative } from '#lib/initiatives/archive.ts'
import { changeInitiative } from '#lib/initiatives/change.ts'
import { createInitiative } from '#lib/initiatives/create.ts'
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
import { aMilestone, asOwner, insert, newId, rows, texts, type Who } from '#tests/builders.ts'
import { withWorld } from '#tests/world.ts'

const world = withWorld()

const typed = (more: object = {}) => ({
  id: newId(),
  partnership: 'UZ-KR',
  direction: 'SC',
  language: 'en',
  title: { en: 'Chip packaging', uz: 'Chip qadoqlash' },
  standing: 'agreed',
  ...more,
})

const create = async (more: object = {}, who: Who = 'staff') => {
  const outcome = await run(createInitiative, world()[who], typed(more))
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem))
  return outcome.value.made as { code: string; version: string }
}
const versionOf = async (code: string) =>
  (await rows<{ version: string }>('select version from initiatives where code = $1', code))[0]?.version
const changed = async (code: string, more: object = {}, who: Who = 'staff') => {
  const { partnership: _, direction: __, ...sent } = typed(more)
  return run(changeInitiative, world()[who], {
    initiative: code,
    version: await versionOf(code),
    ...sent,
  })
}

test('staff create a shared initiative with all that is known of it', async () => {
  const agreement = await asOwner((tx) =>
    insert(tx, 'agreements', {
      audience_id: world().audience.shared,
      partnership_id: world().partnership,
      code: 'UZ-KR-AGR-01',
      kind: 'mou',
      title: texts('Memorandum'),
    }),
  )
  await asOwner((tx) =>
    insert(tx, 'sources', {
      audience_id: world().audience.shared,
      partnership_id: world().partnership,
      code: 'UZ-KR-SRC-01',
      title: 'Report',
      publisher: 'Agency',
    }),
  )
  const { code } = await create({
    description: { en: 'A line for packaging' },
    stages: ['materials'],
    regions: 'uz-to, KR-11',
    location: 'Chirchiq',
    starts: { year: '2025', part: 'Q2', day: '' },
    ends: { year: '2027', part: '', day: '' },
    standingOn: { year: '2025', part: '05', day: '12' },
    source: 'UZ-KR-SRC-01',
    lead: { UZ: 'MINISTRY', KR: 'KOREANMINISTRY' },
    partners: ['AGENCY'],
    agreements: ['UZ-KR-AGR-01'],
  })
  expect(code).toMatch(/^UZ-KR-SC-\d\d$/)
  const found = await initiativePage.ask(
    world().koreanStaff,
    { partnership: 'UZ-KR', initiative: code },
    'uz',
  )
  expect(found).toMatchObject({
    title: { text: 'Chip qadoqlash', standing: 'translation', stale: false },
    description: { text: 'A line for packaging' },
    starts: { on: '2025-06-30', precision: 'quarter' },
    ends: { on: '2027-12-31', precision: 'year' },
    standing: 'agreed',
    standingOn: { on: '2025-05-12', precision: 'day' },
    regions: ['KR-11', 'UZ-TO'],
    audience: { kind: 'shared' },
    mayKeep: true,
    agreements: [{ code: 'UZ-KR-AGR-01' }],
    sources: [{ code: 'UZ-KR-SRC-01' }],
  })
  expect(found?.bodies.map(({ code: one, role, sides }) => [one, role, sides])).toEqual([
    ['MINISTRY', 'lead', ['UZ']],
    ['KOREANMINISTRY', 'lead', ['KR']],
    ['AGENCY', 'partner', []],
  ])
  // Korea takes its lead, the partner and the agreement off the lists: the ledger keeps them.
  expect(await changed(code, { lead: { UZ: 'MINISTRY' } }, 'koreanStaff')).toMatchObject({ ok: true })
  const [left] = await rows<{ bodies: number; agreements: number; deleted: number }>(
    `select (select count(*)::int from initiative_bodies b join initiatives i on i.id = b.initiative_id where i.code = $1) as bodies,
      (select count(*)::int from initiative_agreements where agreement_id = $2) as agreements,
      (select count(*)::int from changes where kind = 'deleted') as deleted`,
    code,
    agreement,
  )
  expect(left).toEqual({ bodies: 1, agreements: 0, deleted: 3 })
  expect(await rows('select * from verify_ledger()')).toEqual([])
})

test('what is written in one language alone is authentic in it, whichever it is', async () => {
  const { code } = await create({ title: { uz: 'Chip qadoqlash' }, description: { ru: 'Линия' } })
  const found = await initiativePage.ask(world().staff, { partnership: 'UZ-KR', initiative: code }, 'en')
  expect(found).toMatchObject({
    title: { text: 'Chip qadoqlash', language: 'uz', standing: 'authentic' },
    description: { text: 'Линия', language: 'ru', standing: 'authentic' },
  })
  expect(await changed(code, { title: { en: 'Chip packaging' } })).toMatchObject({
    ok: false,
    problem: { fields: { title: 'problem.no-authentic' } },
  })
})

test.each([
  [{ title: { uz: 'Chip qadoqlash', ru: 'Корпусирование' } }, { title: 'problem.no-authentic' }],
  [{ title: { en: 'Chips', ja: 'チップ' } }, { 'title.ja': 'problem.malformed' }],
  [{ title: { en: '' } }, { title: 'problem.missing' }],
  [{ direction: 'ZZ' }, { direction: 'problem.malformed' }],
  [{ direction: '' }, { direction: 'problem.missing' }],
  [{ regions: 'JP-13' }, { regions: 'initiatives.form.no-such-region' }],
  [{ starts: { year: '2026' }, ends: { year: '2025' } }, { ends: 'initiatives.form.ends-before' }],
  [{ lead: { UZ: 'KOREANMINISTRY' } }, { 'lead.UZ': 'initiatives.form.no-such-organisation' }],
  [{ partners: ['NOBODY'] }, { partners: 'initiatives.form.no-such-organisation' }],
  [{ agreements: ['UZ-KR-AGR-99'] }, { agreements: 'initiatives.form.no-such-agreement' }],
  [{ source: 'UZ-KR-SRC-99' }, { source: 'initiatives.form.no-such-source' }],
])('what is wrong is said at its field: %j', async (more, fields) => {
  expect(await run(createInitiative, world().staff, typed(more))).toMatchObject({
    ok: false,
    problem: { code: 'invalid', fields },
  })
})

test('admins write what both share, and nothing of a side’s own', async () => {
  for (const who of ['admin', 'sideAdmin'] as const) {
    const { code } = await create({}, who)
    expect(await changed(code, { title: { en: 'Renamed' } }, who)).toMatchObject({ ok: true })
    expect(await run(createInitiative, world()[who], typed({ audience: 'own' }))).toMatchObject({
      ok: false,
      problem: { code: 'not-allowed', message: 'initiatives.create.own-not-allowed' },
    })
  }
  const { code } = await create({ audience: 'own' })
  expect(code).toMatch(/^UZ-KR-SC-U-/)
  for (const who of ['admin', 'sideAdmin', 'koreanStaff', 'observer'] as const) {
    expect(await changed(code, {}, who)).toMatchObject({ ok: false, problem: { code: 'not-found' } })
    expect(
      await keptInitiative.ask(world()[who], { partnership: 'UZ-KR', initiative: code }, 'en'),
    ).toBeUndefined()
  }
  // The wall itself lets an admin write no row of a side's own, and nobody take off what he only reads.
  await expect(
    asViewer(
      world().admin,
      (tx) => tx.$executeRaw`
        update initiatives set audience_id = ${world().audience.UZ}::uuid where code = 'UZ-KR-SC-01'`,
    ),
  ).rejects.toThrow()
  await expect(
    asViewer(world().observer, (tx) => tx.$executeRaw`delete from initiative_bodies`),
  ).rejects.toThrow('not to be written')
})

test('a translation is stale once its source has changed, until it is corrected or called right', async () => {
  const { code } = await create()
  const uzbek = async () => {
    const found = await initiativePage.ask(world().staff, { initiative: code }, 'uz')
    return found?.title
  }
  await changed(code, { title: { en: 'Chip packaging line', uz: 'Chip qadoqlash' } })
  expect(await uzbek()).toMatchObject({ text: 'Chip qadoqlash', stale: true })
  await changed(code, {
    title: { en: 'Chip packaging line', uz: 'Chip qadoqlash' },
    titleRechecked: ['uz'],
  })
  expect(await uzbek()).toMatchObject({ text: 'Chip qadoqlash', stale: false })
  const found = await initiativePage.ask(world().staff, { initiative: code }, 'en')
  expect(
    found?.history.map(({ command, changed: fields }) => [command, fields.map(({ field }) => field)]),
  ).toEqual([
    ['initiatives.change', ['title']],
    ['initiatives.change', ['title']],
    ['initiatives.create', []],
  ])
})

test('who rests on what is no longer so is told what changed; saving without a change leaves no mark', async () => {
  const { code, version } = await create()
  await changed(code, { title: { en: 'Chips', uz: 'Chip qadoqlash' } })
  const { partnership: _, direction: __, ...sent } = typed()
  expect(
    await run(changeInitiative, world().koreanStaff, { ...sent, initiative: code, version }),
  ).toMatchObject({
    ok: false,
    problem: { code: 'conflict', changed: [{ field: 'title' }] },
  })
  const before = await versionOf(code)
  expect(await changed(code, { title: { en: 'Chips', uz: 'Chip qadoqlash' } })).toMatchObject({ ok: true })
  expect(await versionOf(code)).toBe(before)
})

test('a date that moved is as vague in the history as it was stated, and one that only grew vaguer is told too', async () => {
  const due = (year: string, part = '', day = '') => ({ year, part, day })
  const { code, version } = await create({
    starts: due('2026', 'Q2'),
    ends: due('2027', '12', '31'),
    standingOn: due('2025', '05', '12'),
  })
  await changed(code, {
    starts: due('2026', 'Q3'),
    ends: due('2027'),
    standingOn: due('2025', '05', '13'),
    source: 'UZ-KR-SRC-01',
  })
  const fields = [
    {
      field: 'ends_on',
      before: '2027-12-31',
      after: '2027-12-31',
      precision: { before: 'day', after: 'year' },
    },
    { field: 'standing_on', before: '2025-05-12', after: '2025-05-13' },
    {
      field: 'starts_on',
      before: '2026-06-30',
      after: '2026-09-30',
      precision: { before: 'quarter', after: 'quarter' },
    },
  ]
  const found = await initiativePage.ask(world().staff, { partnership: 'UZ-KR', initiative: code }, 'en')
  expect(found?.history[0]?.changed).toEqual(fields)
  const { partnership: _, direction: __, ...sent } = typed()
  const late = await run(changeInitiative, world().koreanStaff, { ...sent, initiative: code, version })
  expect(late).toMatchObject({ problem: { code: 'conflict', changed: fields } })
  const events = await auditEventList.ask(world().staff, { record: code }, 'en')
  expect(events?.events[0]?.changes.map((one) => one.fields)).toContainEqual(fields)
})

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

test('the list is searched, filtered and paged, and counts what is shared beside the own', async () => {
  const list = (asked: object, who: Who = 'staff') =>
    initiativeList.ask(world()[who], { partnership: 'UZ-KR', ...asked }, 'en')
  await create({
    title: { en: 'Oʻzbek wafers', uz: 'Plastinalar' },
    lead: { KR: 'KOREANMINISTRY' },
    standing: 'stalled',
  })
  expect((await list({ words: "o'zbek WAF" }))?.total).toBe(1)
  for (const words of ['plastina', 'ПЛАСТИНА', 'sc- wafers']) expect((await list({ words }))?.total).toBe(1)
  expect(await list({ words: 'wafers', standing: 'stalled', side: 'KR', direction: 'SC' })).toMatchObject({
    total: 1,
    sides: [{ side: 'KR', size: 1 }],
  })
  expect((await list({ words: '%' }))?.total).toBe(0)
  expect((await list({ words: 'wafers', side: 'UZ' }))?.initiatives).toEqual([])
  const own = (await list({}))?.own ?? 0
  await create({ audience: 'own' })
  expect((await list({}))?.own).toBe(own + 1)
  expect((await list({}, 'koreanStaff'))?.own).toBe(0)
  expect((await list({}, 'observer'))?.mayCreate).toBe(false)
  for (let n = 0; n < 50; n += 1) await create({ title: { en: `Number ${n}` } })
  const first = await list({})
  expect(first?.initiatives.length).toBe(40)
  const second = await list({ after: first?.next ?? undefined })
  const codes = [...(first?.initiatives ?? []), ...(second?.initiatives ?? [])].map(({ code }) => code)
  expect(new Set(codes).size).toBe((first?.total ?? 0) + (first?.own ?? 0))
})
