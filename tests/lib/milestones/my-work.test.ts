import { expect, test } from 'vitest'
import type { Viewer } from '#lib/access/viewer.ts'
import { myWork } from '#lib/milestones/my-work.ts'
import { acceptReport } from '#lib/progress-reports/accept.ts'
import { partnershipsFrame } from '#lib/partnerships/frame.ts'
import { partnershipOverview } from '#lib/partnerships/overview.ts'
import { returnReport } from '#lib/progress-reports/return.ts'
import { submitReport } from '#lib/progress-reports/submit.ts'
import { run } from '#lib/runner/run.ts'
import {
  aMilestone,
  aReport,
  aSession,
  asOwner,
  insert,
  newId,
  signedIn,
  texts,
  type Who,
} from '#tests/builders.ts'
import { withWorld } from '#tests/world.ts'

const world = withWorld()

const workOf = async (viewer: Viewer) => {
  const work = await myWork.ask(viewer, {}, 'en')
  if (!work) throw new Error('everybody has this page')
  return work
}
const dutyOn = async (viewer: Viewer, code: string) =>
  (await workOf(viewer)).owed.find((one) => one.code === code)?.duty

test('an official sees the open milestones of his own body, by date, undated last', async () => {
  const later = await aMilestone(world(), { due: '2099-12-31' })
  const undated = await aMilestone(world(), { due: null })
  const sooner = await aMilestone(world(), { due: '2099-01-31' })
  const late = await aMilestone(world(), { due: '2026-01-31' })
  await aMilestone(world(), { body: 'agency' })
  await aMilestone(world(), { status: 'completed' })
  const { owed } = await workOf(world().official)
  expect(owed.map(({ code }) => code)).toEqual([late, sooner, later, undated].map(({ code }) => code))
  expect(owed.map(({ duty }) => duty)).toEqual(['no_evidence', 'later', 'later', 'undated'])
})

test('a report on its way waits for others, a returned one comes back with its reason, an accepted one is progress', async () => {
  const milestone = await aMilestone(world())
  const report = aReport(milestone)
  await run(submitReport, world().official, report)
  expect(await dutyOn(world().official, milestone.code)).toBe('waiting')

  await run(returnReport, world().staff, {
    id: newId(),
    report: report.id,
    reason: 'Attach the delivery note',
  })
  const back = (await workOf(world().official)).owed.find(({ code }) => code === milestone.code)
  expect(back).toMatchObject({
    duty: 'returned',
    percent: null,
    lastReport: { state: 'returned', reason: 'Attach the delivery note' },
  })

  const mended = aReport(milestone)
  await run(submitReport, world().official, mended)
  await run(acceptReport, world().staff, { id: newId(), report: mended.id })
  const accepted = (await workOf(world().official)).owed.find(({ code }) => code === milestone.code)
  expect(accepted).toMatchObject({ duty: 'later', percent: 40 })
})

test('staff see the reports that wait for a step and the milestones that wait for a key, each side its own', async () => {
  const claimed = await aMilestone(world(), { status: 'claimed', confirmedBy: ['KR'], side: 'KR' })
  const report = aReport(await aMilestone(world()))
  await run(submitReport, world().official, report)
  const { owed, steps, keys } = await workOf(world().staff)
  expect(owed).toEqual([])
  expect(steps.map(({ id }) => id)).toEqual([report.id])
  expect(keys.map(({ code }) => code)).toEqual([claimed.code])
  expect(await workOf(world().koreanStaff)).toMatchObject({ steps: [], keys: [] })
})

test('a day is the one that it was on the side that acted: neither in London nor on the other side', async () => {
  const returned = await aMilestone(world())
  const report = aReport(returned)
  await run(submitReport, world().official, report)
  await run(returnReport, world().staff, { id: newId(), report: report.id, reason: 'Attach the note' })
  const claimed = await aMilestone(world(), { status: 'claimed', confirmedBy: ['KR'], side: 'KR' })
  const firstOfJuly = { on: '2026-07-01', precision: 'day' }
  await asOwner(async (tx) => {
    const [tashkent, seoul] = ['2026-06-30T20:30:00Z', '2026-06-30T16:00:00Z']
    await tx.query('update progress_reports set submitted_at = $1, decided_at = $1 where id = $2', [
      tashkent,
      report.id,
    ])
    await tx.query('update confirmations set at = $1 where milestone_id = $2', [seoul, claimed.id])
  })
  const back = (await workOf(world().official)).owed.find(({ code }) => code === returned.code)
  expect(back?.lastReport?.day).toEqual(firstOfJuly)
  const key = (await workOf(world().staff)).keys.find(({ code }) => code === claimed.code)
  expect(key?.since).toEqual(firstOfJuly)
})

test.each(['observer', 'insideObserver', 'sideAdmin', 'admin'] as const)('%s owes nothing', async (who) => {
  expect(await workOf(world()[who])).toMatchObject({ owed: [], steps: [], keys: [], hasDuties: false })
})

/** Somebody who holds one post more from now on. */
async function withAnotherPost(who: Who, role: 'official' | 'staff', body: 'ministry' | 'secretariat') {
  const { country, organisation, partnership, person } = world()
  await asOwner(async (tx) => {
    const home = { audience_id: country.UZ, country_id: country.UZ }
    const its = { country_id: country.UZ, organisation_id: organisation[body], title: texts('Another') }
    const post_id = await insert(tx, 'posts', its)
    await insert(tx, 'appointments', { ...home, post_id, person_id: person[who], from_on: '2024-06-14' })
    await insert(tx, 'grants', { ...home, post_id, partnership_id: partnership, role })
  })
  return signedIn(await aSession(person[who]))
}

test('two posts for the same duty list nothing twice', async () => {
  const milestone = await aMilestone(world(), { due: '2026-02-28' })
  const official = await withAnotherPost('official', 'official', 'ministry')
  const { owed } = await workOf(official)
  expect(owed.filter(({ code }) => code === milestone.code)).toHaveLength(1)
  const counted = (viewer: Viewer) => partnershipsFrame.ask(viewer, {}, 'en').then((frame) => frame?.myWork)
  expect(await counted(official)).toBe(await counted(world().official))
  const waiting = async (viewer: Viewer) =>
    (await partnershipOverview.ask(viewer, { partnership: 'UZ-KR' }, 'en'))?.waiting.all
  expect(await waiting(official)).toBe(await waiting(world().official))

  const report = aReport(await aMilestone(world()))
  await run(submitReport, world().official, report)
  const staff = await withAnotherPost('staff', 'staff', 'secretariat')
  const { steps } = await workOf(staff)
  expect(steps.filter(({ id }) => id === report.id)).toHaveLength(1)
})

test('a key on one’s own report waits for a colleague', async () => {
  const milestone = await aMilestone(world(), { status: 'in_progress' })
  const report = aReport(milestone, { percent: 100 })
  await run(submitReport, world().official, report)
  await run(acceptReport, world().staff, { id: newId(), report: report.id })
  const waits = async (viewer: Viewer) =>
    (await workOf(viewer)).keys.some(({ code }) => code === milestone.code)
  expect(await waits(world().staff)).toBe(true)
  expect(await waits(await withAnotherPost('official', 'staff', 'secretariat'))).toBe(false)
})
