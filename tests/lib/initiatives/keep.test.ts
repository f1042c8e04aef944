import { expect, test } from 'vitest'
import { asViewer } from '#lib/access/wall.ts'
import { auditEventList } from '#lib/audit-events/list.ts'
import { changeInitiative } from '#lib/initiatives/change.ts'
import { createInitiative } from '#lib/initiatives/create.ts'
import { initiativePage } from '#lib/initiatives/initiative.ts'
import { keptInitiative } from '#lib/initiatives/kept.ts'
import { initiativeList } from '#lib/initiatives/list.ts'
import { run } from '#lib/runner/run.ts'
import { asOwner, insert, rows, texts, type Who } from '#tests/builders.ts'
import { createdInitiative, typedInitiative, versionOfInitiative } from '#tests/initiatives.ts'
import { withWorld } from '#tests/world.ts'

const world = withWorld()

const typed = typedInitiative
const create = (more: object = {}, who: Who = 'staff') => createdInitiative(world()[who], more)
const versionOf = versionOfInitiative
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
