import { expect, test } from 'vitest'
import type { Viewer } from '#lib/access/viewer.ts'
import { acceptReport } from '#lib/progress-reports/accept.ts'
import { returnReport } from '#lib/progress-reports/return.ts'
import { reviewQueue } from '#lib/progress-reports/review.ts'
import { submitReport } from '#lib/progress-reports/submit.ts'
import { run } from '#lib/runner/run.ts'
import { aMilestone, aReport, aSession, asOwner, insert, newId, signedIn, texts } from '#tests/builders.ts'
import { withWorld } from '#tests/world.ts'

const world = withWorld()

const queueOf = async (viewer: Viewer, more: Record<string, string> = {}) => {
  const queue = await reviewQueue.ask(viewer, { partnership: world().code, ...more }, 'en')
  if (!queue) throw new Error('there is no such partnership for this viewer')
  return queue
}

async function aSentReport(more = {}) {
  const milestone = await aMilestone(world())
  const report = aReport(milestone, more)
  expect(await run(submitReport, world().official, report)).toMatchObject({ ok: true })
  return { milestone, report }
}

test('a report on an archived milestone waits for nobody, and nobody accepts it', async () => {
  const { milestone, report } = await aSentReport()
  await asOwner((tx) => tx.query('update milestones set archived_at = now() where id = $1', [milestone.id]))
  expect((await queueOf(world().staff)).reports.map(({ id }) => id)).not.toContain(report.id)
  expect(await run(acceptReport, world().staff, { id: newId(), report: report.id })).toMatchObject({
    problem: { code: 'not-found' },
  })
})

test('reports wait oldest first, and the one after a decided one is open at once', async () => {
  const first = await aSentReport()
  const second = await aSentReport()
  const third = await aSentReport()
  const ids = (await queueOf(world().staff)).reports.map(({ id }) => id)
  expect(ids).toEqual([first, second, third].map(({ report }) => report.id))

  await run(acceptReport, world().staff, { id: newId(), report: second.report.id })
  const next = await queueOf(world().staff, { after: second.report.id })
  expect(next.item).toMatchObject({ kind: 'report', report: { id: third.report.id } })

  await run(returnReport, world().staff, {
    id: newId(),
    report: third.report.id,
    reason: 'A photograph only',
  })
  expect((await queueOf(world().staff, { after: third.report.id })).item).toMatchObject({
    report: { id: first.report.id },
  })
  await run(acceptReport, world().staff, { id: newId(), report: first.report.id })
})

test('what was before stands beside what is claimed', async () => {
  const { milestone, report } = await aSentReport({ percent: 40 })
  await run(acceptReport, world().staff, { id: newId(), report: report.id })
  const next = aReport(milestone, { percent: 70, blocker: 'The rooms are not ready' })
  await run(submitReport, world().official, next)
  const { item } = await queueOf(world().staff, { item: next.id })
  expect(item).toMatchObject({
    kind: 'report',
    milestone: { percent: 40 },
    report: { percent: 70, blocker: 'The rooms are not ready' },
    reports: [{ id: next.id }, { id: report.id, state: 'accepted' }],
  })
  await run(acceptReport, world().staff, { id: newId(), report: next.id })
})

test.each(['official', 'otherOfficial', 'observer', 'sideAdmin', 'koreanStaff', 'koreanOfficial'] as const)(
  'no report waits for %s, not even as a number',
  async (who) => {
    const before = await queueOf(world()[who])
    await aSentReport()
    expect(await queueOf(world()[who])).toEqual(before)
    expect(before.reports).toEqual([])
  },
)

test('his own report stands in the queue of who sent it, with the reason why he cannot decide', async () => {
  const both = await alsoStaff(world().person.official)
  const milestone = await aMilestone(world())
  const report = aReport(milestone)
  await run(submitReport, both, report)
  const waiting = (await queueOf(both)).reports.find(({ id }) => id === report.id)
  expect(waiting?.may).toEqual({ may: false, why: 'step-on-own-report' })
})

test('a claim waits for the other side’s staff, and what is ready for the own', async () => {
  const claimed = await aMilestone(world(), { status: 'claimed', confirmedBy: ['UZ'] })
  const ready = await aMilestone(world(), { status: 'in_progress', percent: 100 })
  const keys = async (viewer: Viewer) =>
    (await queueOf(viewer)).keys.map(({ code, waitsFor }) => [code, waitsFor])
  expect(await keys(world().koreanStaff)).toEqual([[claimed.code, 'second-key']])
  expect(await keys(world().staff)).toEqual([[ready.code, 'first-key']])
  expect(await keys(world().official)).toEqual([])
  expect((await queueOf(world().koreanStaff, { item: claimed.code })).item).toMatchObject({
    kind: 'key',
    milestone: { code: claimed.code, standing: [{ side: 'UZ', says: 'confirmed' }] },
  })
})

test('whoever does not see the partnership finds no queue', async () => {
  expect(await reviewQueue.ask(world().stranger, { partnership: 'UZ-XX' }, 'en')).toBeUndefined()
})

async function alsoStaff(person: string): Promise<Viewer> {
  await asOwner(async (tx) => {
    const home = { audience_id: world().country.UZ, country_id: world().country.UZ }
    const organisation_id = world().organisation.secretariat
    const post_id = await insert(tx, 'posts', {
      country_id: home.country_id,
      organisation_id,
      title: texts('second post'),
    })
    await insert(tx, 'appointments', { ...home, post_id, person_id: person, from_on: '2024-06-14' })
    await insert(tx, 'grants', { ...home, post_id, partnership_id: world().partnership, role: 'staff' })
  })
  return signedIn(await aSession(person))
}
