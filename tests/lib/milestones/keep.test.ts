import { expect, test } from 'vitest'
import { archiveMilestone } from '#lib/milestones/archive.ts'
import { changeMilestone } from '#lib/milestones/change.ts'
import { createMilestone } from '#lib/milestones/create.ts'
import { keptMilestone } from '#lib/milestones/kept.ts'
import { milestonePage } from '#lib/milestones/milestone.ts'
import { unarchiveMilestone } from '#lib/milestones/unarchive.ts'
import { run } from '#lib/runner/run.ts'
import { asOwner, newId, rows, versionOf, type Who } from '#tests/builders.ts'
import { withWorld } from '#tests/world.ts'

const world = withWorld()

const typed = (more: object = {}) => ({
  language: 'en',
  title: { en: 'Clean room', ko: '클린룸' },
  weight: '3',
  side: 'UZ',
  organisation: 'MINISTRY',
  ...more,
})

const create = (more: object = {}, who: Who = 'staff') =>
  run(createMilestone, world()[who], { id: newId(), initiative: 'UZ-KR-SC-01', ...typed(more) })
const made = async (more: object = {}, who: Who = 'staff') => {
  const outcome = await create(more, who)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem))
  return outcome.value.made as { code: string; version: string }
}
const change = async (code: string, more: object = {}, who: Who = 'staff') => {
  const [row] = await rows<{ id: string }>('select id from milestones where code = $1', code)
  const { version } = await versionOf(row?.id ?? '')
  return run(changeMilestone, world()[who], { id: newId(), milestone: code, version, ...typed(more) })
}
const page = (code: string, who: Who = 'staff') => milestonePage.ask(world()[who], { milestone: code }, 'en')

test('a milestone gets its code, its first date is the baseline, and it waits for others', async () => {
  const first = await made({ due: { year: '2026', part: 'H1', day: '' } })
  expect(first.code).toBe('UZ-KR-SC-01-01')
  const second = await made({ side: 'joint', organisation: '', waitsFor: [first.code] }, 'koreanStaff')
  expect(second.code).toBe('UZ-KR-SC-01-02')
  expect(await page(first.code)).toMatchObject({
    milestone: {
      title: { text: 'Clean room' },
      due: { on: '2026-06-30', precision: 'half' },
      baseline: { on: '2026-06-30', precision: 'half' },
      side: 'UZ',
      status: 'planned',
    },
    weight: 3,
    mayKeep: true,
    awaitedBy: [{ code: second.code }],
  })
  expect((await page(second.code))?.milestone).toMatchObject({ side: null, organisation: null, due: null })
})

test('an undated milestone gets its first date; a date that it has is another act’s', async () => {
  const { code } = await made()
  expect(await change(code, { due: { year: '2027' } })).toMatchObject({ ok: true })
  expect((await page(code))?.milestone.baseline).toEqual({ on: '2027-12-31', precision: 'year' })
  expect(await change(code, { due: { year: '2028' } })).toMatchObject({
    problem: { code: 'invalid', fields: { due: 'milestones.form.dated' } },
  })
  expect(await change(code, { title: { en: 'Clean rooms' }, weight: '5' })).toMatchObject({ ok: true })
  expect(await page(code)).toMatchObject({
    weight: 5,
    milestone: { title: { text: 'Clean rooms' }, due: { on: '2027-12-31' }, baseline: { on: '2027-12-31' } },
  })
})

test.each([
  [{ weight: '0' }, { weight: 'problem.too-small' }],
  [{ weight: '1001' }, { weight: 'problem.too-big' }],
  [{ weight: 'much' }, { weight: 'problem.missing' }],
  [{ side: '' }, { side: 'problem.missing' }],
  [{ side: 'JP', organisation: '' }, { side: 'problem.malformed' }],
  [{ organisation: 'KOREANMINISTRY' }, { organisation: 'milestones.form.of-another-side' }],
  [{ due: { year: '2026', part: '02', day: '30' } }, { due: 'problem.no-such-date' }],
  [{ alsoWaitsFor: 'UZ-KR-SC-01-99' }, { alsoWaitsFor: 'milestones.form.no-such-milestone' }],
])('what is wrong is said at its field: %j', async (more, fields) => {
  expect(await create(more)).toMatchObject({ problem: { code: 'invalid', fields } })
})

test('a circle is refused at its field, also through a third', async () => {
  const [a, b, c] = [await made(), await made(), await made()]
  expect(await change(a.code, { waitsFor: [b.code] })).toMatchObject({ ok: true })
  expect(await change(b.code, { waitsFor: [c.code] })).toMatchObject({ ok: true })
  const circle = { problem: { code: 'invalid', fields: { waitsFor: 'problem.circle' } } }
  expect(await change(c.code, { alsoWaitsFor: a.code })).toMatchObject(circle)
  expect(await change(c.code, { waitsFor: [c.code] })).toMatchObject({ problem: { code: 'invalid' } })
  expect(await change(b.code)).toMatchObject({ ok: true })
  expect(await change(c.code, { waitsFor: [a.code] })).toMatchObject({ ok: true })
})

test('what one side keeps to itself makes no circle for the other, and moves nothing that both see', async () => {
  const [a, b] = [await made(), await made()]
  const own = await made({ audience: 'own' })
  expect(own.code).toMatch(/^UZ-KR-SC-01-U-/)
  const before = await page(a.code, 'koreanStaff')
  expect(await change(a.code, { waitsFor: [own.code] })).toMatchObject({ ok: true })
  expect(await change(own.code, { waitsFor: [b.code] })).toMatchObject({ ok: true })
  expect(await page(a.code, 'koreanStaff')).toEqual(before)
  // Korea sees no circle, so it is told of none; and its form, which has not the own one, does not take it away.
  expect(await change(b.code, { waitsFor: [a.code] }, 'koreanStaff')).toMatchObject({ ok: true })
  expect(await change(a.code, {}, 'koreanStaff')).toMatchObject({ ok: true })
  expect((await page(a.code))?.waitsFor.map(({ code }) => code)).toEqual([own.code])
})

test('who answers is settled before a key is turned', async () => {
  const { code } = await made()
  await asOwner((tx) => tx.query(`update milestones set status = 'claimed' where code = $1`, [code]))
  expect(await change(code, { side: 'KR', organisation: '' })).toMatchObject({
    problem: { code: 'invalid', fields: { side: 'milestones.form.keys-turned' } },
  })
  expect(await change(code, { weight: '7' })).toMatchObject({ ok: true })
})

test('an archived organisation is given nothing new, and keeps what it had', async () => {
  const { code } = await made()
  const archived = (at: string | null) =>
    asOwner((tx) => tx.query(`update organisations set archived_at = $1 where code = 'MINISTRY'`, [at]))
  await archived('2026-01-01')
  const refusal = { problem: { code: 'invalid', fields: { organisation: 'problem.malformed' } } }
  expect(await create()).toMatchObject(refusal)
  expect(await change(code, { weight: '7' })).toMatchObject({ ok: true })
  expect(await change(code, { organisation: 'AGENCY' })).toMatchObject({ ok: true })
  expect(await change(code)).toMatchObject(refusal)
  await archived(null)
})

test('officials and observers keep no plan; admins keep the shared one alone', async () => {
  const { code } = await made()
  const own = await made({ audience: 'own' })
  for (const who of ['official', 'observer', 'koreanOfficial'] as const) {
    expect(await create({}, who)).toMatchObject({ problem: { code: 'not-allowed' } })
    expect(await change(code, {}, who)).toMatchObject({ problem: { code: 'not-allowed' } })
    expect(
      await keptMilestone.ask(world()[who], { partnership: 'UZ-KR', milestone: code }, 'en'),
    ).toBeUndefined()
  }
  for (const who of ['admin', 'sideAdmin'] as const) {
    expect(await create({}, who)).toMatchObject({ ok: true })
    expect(await change(code, { weight: '4' }, who)).toMatchObject({ ok: true })
    expect(await create({ audience: 'own' }, who)).toMatchObject({
      problem: { message: 'milestones.create.own-not-allowed' },
    })
    expect(await change(own.code, {}, who)).toMatchObject({ problem: { code: 'not-found' } })
  }
  expect(await create({}, 'stranger')).toMatchObject({ problem: { code: 'not-found' } })
})

test('put away and brought back, with a version each time', async () => {
  const { code, version } = await made()
  const act = (more: object) => ({ id: newId(), milestone: code, version, ...more })
  const archived = await run(archiveMilestone, world().staff, act({}))
  expect(archived).toMatchObject({ ok: true })
  expect(await page(code)).toBeUndefined()
  expect(await run(unarchiveMilestone, world().staff, act({}))).toMatchObject({
    problem: { code: 'conflict' },
  })
  const kept = await keptMilestone.ask(world().staff, { partnership: 'UZ-KR', milestone: code }, 'en')
  expect(kept?.milestone.archivedAt).not.toBeNull()
  expect(
    await run(unarchiveMilestone, world().koreanStaff, act({ version: kept?.milestone.version })),
  ).toMatchObject({ ok: true })
  const found = await page(code)
  expect(found?.history.map(({ command }) => command)).toEqual([
    'milestones.unarchive',
    'milestones.archive',
    'milestones.create',
  ])
})

test('the history names the bodies and both texts', async () => {
  const { code } = await made()
  await change(code, {
    title: { en: 'Clean hall', ko: '클린룸' },
    side: 'KR',
    organisation: 'KOREANMINISTRY',
  })
  const [entry] = (await page(code))?.history ?? []
  expect(entry?.changed).toMatchObject([
    { field: 'country_id', before: 'UZ', after: 'KR' },
    { field: 'organisation_id', before: 'ministry', after: 'koreanMinistry' },
    {
      field: 'title',
      before: expect.stringContaining('Clean room'),
      after: expect.stringContaining('Clean hall'),
    },
  ])
})
