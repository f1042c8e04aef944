import { expect, test } from 'vitest'
import type { Viewer } from '#lib/access/viewer.ts'
import { confirmMilestone } from '#lib/milestones/confirm.ts'
import { disputeMilestone } from '#lib/milestones/dispute.ts'
import { milestonePage } from '#lib/milestones/milestone.ts'
import { acceptReport } from '#lib/progress-reports/accept.ts'
import { returnReport } from '#lib/progress-reports/return.ts'
import { submitReport } from '#lib/progress-reports/submit.ts'
import { run } from '#lib/runner/run.ts'
import { aMilestone, aReport, asOwner, insert, newId, versionOf } from '#tests/builders.ts'
import { withWorld } from '#tests/world.ts'

const world = withWorld()

const pageOf = async (viewer: Viewer, milestone: string) => {
  const page = await milestonePage.ask(viewer, { partnership: world().code, milestone }, 'en')
  if (!page) throw new Error('there is no such milestone for this viewer')
  return page
}

test('Korea reads an accepted report and none of its steps; Uzbekistan also what was returned, and why', async () => {
  const milestone = await aMilestone(world())
  const returned = aReport(milestone, { percent: 30 })
  await run(submitReport, world().official, returned)
  const before = await pageOf(world().koreanStaff, milestone.code)
  await run(returnReport, world().staff, { id: newId(), report: returned.id, reason: 'Not signed' })
  expect(await pageOf(world().koreanStaff, milestone.code)).toEqual(before)

  const accepted = aReport(milestone, { percent: 40 })
  await run(submitReport, world().official, accepted)
  await run(acceptReport, world().staff, { id: newId(), report: accepted.id })
  expect((await pageOf(world().koreanStaff, milestone.code)).reports).toMatchObject([
    { id: accepted.id, state: 'accepted', percent: 40, chain: [], taken: [] },
  ])
  const own = (await pageOf(world().staff, milestone.code)).reports
  expect(own.map(({ state }) => state)).toEqual(['accepted', 'returned'])
  expect(own[1]?.taken.at(-1)).toMatchObject({ act: 'returned', reason: 'Not signed' })
})

test('what each side has said, by which post, and the ledger of it', async () => {
  const milestone = await aMilestone(world(), { status: 'claimed', confirmedBy: ['UZ'] })
  const dispute = {
    id: newId(),
    milestone: milestone.code,
    version: milestone.version,
    reason: 'One laboratory is empty',
  }
  expect(await run(disputeMilestone, world().koreanStaff, dispute)).toMatchObject({ ok: true })
  const { milestone: shown, history } = await pageOf(world().observer, milestone.code)
  expect(shown.keys.toSorted((a, b) => (a.side < b.side ? 1 : -1))).toMatchObject([
    { side: 'UZ', verdict: 'confirmed', post: null },
    { side: 'KR', verdict: 'disputed', reason: 'One laboratory is empty', post: { side: 'KR' } },
  ])
  expect(history).toMatchObject([
    {
      command: 'milestones.dispute',
      post: { side: 'KR', title: { text: 'koreanStaff' } },
      reason: 'One laboratory is empty',
      changed: [{ field: 'status', before: 'claimed', after: 'disputed' }],
    },
    { command: 'import', kind: 'created', post: null },
  ])
})

test('whoever sent the report on which a key rests is told so', async () => {
  const milestone = await aMilestone(world())
  const report = aReport(milestone, { percent: 100 })
  await run(submitReport, world().official, report)
  await run(acceptReport, world().staff, { id: newId(), report: report.id })
  expect((await pageOf(world().official, milestone.code)).milestone).toMatchObject({
    ownReport: true,
    isOfficial: true,
  })
  expect((await pageOf(world().staff, milestone.code)).milestone).toMatchObject({ ownReport: false })
})

test('the other side’s own milestone is not there, whatever partnership the address names', async () => {
  const own = await aMilestone(world(), { visibility: 'UZ', status: 'in_progress', percent: 100 })
  const asked = { milestone: own.code }
  expect(await milestonePage.ask(world().koreanStaff, asked, 'en')).toBeUndefined()
  expect(await milestonePage.ask(world().staff, { ...asked, partnership: 'UZ-JP' }, 'en')).toBeUndefined()
  expect((await pageOf(world().staff, own.code)).milestone).toMatchObject({
    audience: { kind: 'side', side: 'UZ' },
    needed: ['UZ'],
  })
  const confirmed = { id: newId(), milestone: own.code, version: own.version }
  expect(await run(confirmMilestone, world().staff, confirmed)).toMatchObject({ ok: true })
  expect(await versionOf(own.id)).toMatchObject({ status: 'completed' })
})

test('a shared milestone’s share of its initiative counts no side’s own', async () => {
  const milestone = await aMilestone(world())
  const before = (await pageOf(world().staff, milestone.code)).weightOfAll
  await aMilestone(world(), { visibility: 'UZ', weight: 7 })
  expect((await pageOf(world().staff, milestone.code)).weightOfAll).toBe(before)
})

test('slip in calendar days and in the working days of each side; of years without a calendar it is unknown', async () => {
  const milestone = await aMilestone(world(), { due: '2026-06-12' })
  await asOwner(async (tx) => {
    await insert(tx, 'due_date_changes', {
      audience_id: world().audience.shared,
      partnership_id: world().partnership,
      milestone_id: milestone.id,
      kind: 'moved',
      from_on: '2026-06-05',
      from_precision: 'day',
      to_on: '2026-06-12',
      to_precision: 'day',
      days: 7,
      state: 'agreed',
      position: 1,
    })
    await insert(tx, 'calendar_days', {
      country_id: world().country.UZ,
      day: '2026-06-10',
      name: JSON.stringify({ en: { text: 'A holiday', standing: 'authentic' } }),
      kind: 'holiday',
      standing: 'confirmed',
      basis: 'decree',
      citations: '[]',
    })
  })
  expect((await pageOf(world().observer, milestone.code)).slip).toEqual({
    days: 7,
    working: [
      { side: 'UZ', days: 4 },
      { side: 'KR', days: null },
    ],
  })
})
