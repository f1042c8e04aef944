import { expect, test } from 'vitest'
import type { Viewer } from '#lib/access/viewer.ts'
import { agreeStatus } from '#lib/milestones/agree-status.ts'
import { cancelMilestone } from '#lib/milestones/cancel.ts'
import { milestonePage } from '#lib/milestones/milestone.ts'
import { refuseStatus } from '#lib/milestones/refuse-status.ts'
import { restoreMilestone } from '#lib/milestones/restore.ts'
import { withdrawStatus } from '#lib/milestones/withdraw-status.ts'
import type { AnyCommand } from '#lib/runner/command.ts'
import { run } from '#lib/runner/run.ts'
import { aMilestone, newId, rows, versionOf } from '#tests/builders.ts'
import { withWorld } from '#tests/world.ts'

const world = withWorld()

type Milestone = { id: string; code: string }
async function asks(command: AnyCommand, by: Viewer, milestone: Milestone) {
  const { version } = await versionOf(milestone.id)
  const change = newId()
  const sent = { id: change, milestone: milestone.code, version, reason: 'Superseded by the new plant' }
  return { change, outcome: await run(command, by, sent) }
}
const answers = (command: AnyCommand, by: Viewer, change: string, more: object = {}) =>
  run(command, by, { id: newId(), change, ...more })
const made = (state: string) => ({ ok: true, value: { made: { state } } })
const refusal = (why: string) => ({ ok: false, problem: { message: `rules.why-not.${why}` } })
const statusOf = async ({ id }: Milestone) => (await versionOf(id)).status

test.each(['planned', 'in_progress', 'blocked', 'claimed', 'disputed'] as const)(
  'a %s milestone is cancelled by both sides, and restored by both to what it was',
  async (status) => {
    const { staff, koreanStaff } = world()
    const milestone = await aMilestone(world(), { status })
    const cancel = await asks(cancelMilestone, staff, milestone)
    expect(cancel.outcome).toMatchObject(made('put'))
    expect(await statusOf(milestone)).toBe(status)
    expect(await answers(agreeStatus, staff, cancel.change)).toMatchObject(refusal('only-the-other-side'))
    expect(await answers(agreeStatus, koreanStaff, cancel.change)).toMatchObject(made('agreed'))
    expect(await statusOf(milestone)).toBe('cancelled')
    const restore = await asks(restoreMilestone, koreanStaff, milestone)
    expect(await answers(agreeStatus, staff, restore.change)).toMatchObject(made('agreed'))
    expect(await statusOf(milestone)).toBe(status)
    expect(await rows('select status_before from milestones where id = $1', milestone.id)).toEqual([
      { status_before: null },
    ])
  },
)

test('what is completed cannot be cancelled, and what is not cancelled not restored', async () => {
  const { staff } = world()
  const completed = await aMilestone(world(), { status: 'completed' })
  expect((await asks(cancelMilestone, staff, completed)).outcome).toMatchObject(refusal('already-completed'))
  expect((await asks(restoreMilestone, staff, completed)).outcome).toMatchObject(refusal('not-cancelled'))
})

test('completed while it was before the other side: nothing is cancelled any more', async () => {
  const { staff, koreanStaff } = world()
  const milestone = await aMilestone(world(), { status: 'claimed', confirmedBy: ['UZ'] })
  const { change } = await asks(cancelMilestone, staff, milestone)
  const { confirmMilestone } = await import('#lib/milestones/confirm.ts')
  const { version } = await versionOf(milestone.id)
  await run(confirmMilestone, koreanStaff, { id: newId(), milestone: milestone.code, version })
  expect(await answers(agreeStatus, koreanStaff, change)).toMatchObject(refusal('already-completed'))
  expect(await statusOf(milestone)).toBe('completed')
})

test('one asking at a time; refused with a reason, or taken back by who asked', async () => {
  const { staff, secondStaff, koreanStaff } = world()
  const milestone = await aMilestone(world())
  const first = await asks(cancelMilestone, staff, milestone)
  expect((await asks(cancelMilestone, koreanStaff, milestone)).outcome).toMatchObject({
    problem: { code: 'conflict', message: 'milestones.cancel.already-open' },
  })
  expect(await answers(refuseStatus, koreanStaff, first.change, { reason: '' })).toMatchObject({
    problem: { fields: { reason: 'problem.missing' } },
  })
  expect(await answers(refuseStatus, koreanStaff, first.change, { reason: 'It is needed' })).toMatchObject(
    made('refused'),
  )
  const second = await asks(cancelMilestone, staff, milestone)
  expect(await answers(withdrawStatus, koreanStaff, second.change)).toMatchObject(
    refusal('only-the-asking-side'),
  )
  expect(await answers(withdrawStatus, secondStaff, second.change)).toMatchObject(made('withdrawn'))
  expect(await statusOf(milestone)).toBe('planned')
  const seen = await milestonePage.ask(koreanStaff, { milestone: milestone.code }, 'en')
  expect(seen?.statusChanges.map(({ state, refusal: why }) => [state, why])).toEqual([
    ['refused', 'It is needed'],
    ['withdrawn', null],
  ])
})

test('a side’s own milestone is its alone, and the other side hears nothing of it', async () => {
  const { staff, koreanStaff, official } = world()
  const milestone = await aMilestone(world(), { visibility: 'UZ', status: 'in_progress' })
  expect((await asks(cancelMilestone, koreanStaff, milestone)).outcome).toMatchObject({
    problem: { code: 'not-found' },
  })
  expect((await asks(cancelMilestone, official, milestone)).outcome).toMatchObject({
    problem: { code: 'not-allowed' },
  })
  expect((await asks(cancelMilestone, staff, milestone)).outcome).toMatchObject(made('agreed'))
  expect((await asks(restoreMilestone, staff, milestone)).outcome).toMatchObject(made('agreed'))
  expect(await statusOf(milestone)).toBe('in_progress')
})

test('what is kept of tallies and waiting keys is what counting gives', async () => {
  expect(await rows('select * from verify_ledger()')).toEqual([])
})
