import { expect, test } from 'vitest'
import type { Viewer } from '#lib/access/viewer.ts'
import type { AnyCommand } from '#lib/runner/command.ts'
import { agreeDueDate } from '#lib/milestones/agree-due-date.ts'
import { agreeStatus } from '#lib/milestones/agree-status.ts'
import { cancelMilestone } from '#lib/milestones/cancel.ts'
import { changeDueDate } from '#lib/milestones/change-due-date.ts'
import { milestonePage } from '#lib/milestones/milestone.ts'
import { putDueDate } from '#lib/milestones/put-due-date.ts'
import { refuseDueDate } from '#lib/milestones/refuse-due-date.ts'
import { releaseMilestone } from '#lib/milestones/release.ts'
import { withdrawDueDate } from '#lib/milestones/withdraw-due-date.ts'
import { run } from '#lib/runner/run.ts'
import {
  aMilestone,
  asOwner,
  insert,
  type MilestoneWanted,
  newId,
  rows,
  texts,
  versionOf,
} from '#tests/builders.ts'
import { withWorld } from '#tests/world.ts'

const world = withWorld()

type Milestone = { id: string; code: string }
const december = { year: '2099', part: '12', day: '31' }

async function asks(by: Viewer, milestone: Milestone, more: object = {}) {
  const { version } = await versionOf(milestone.id)
  const asked = { to: december, cause: 'financing', causedBy: 'UZ', words: 'The loan is late', ...more }
  const change = newId()
  const outcome = await run(changeDueDate, by, { id: change, milestone: milestone.code, version, ...asked })
  return { change, outcome }
}
const answers = (command: AnyCommand, by: Viewer, change: string, more: object = {}) =>
  run(command, by, { id: newId(), change, ...more })
const made = (state: string) => ({ ok: true, value: { made: { state } } })
const refusal = (why: string) => ({ ok: false, problem: { message: `rules.why-not.${why}` } })
const absent = { ok: false, problem: { code: 'not-found' } }

const datesOf = async ({ id }: Milestone) => {
  const [dates] = await rows(
    `select m.baseline_on::text as first, m.due_on::text as due, m.due_on - m.baseline_on as days,
       coalesce((select sum(d.days)::int from due_date_changes d where d.milestone_id = m.id and d.state = 'agreed'), 0) as sum
     from milestones m where m.id = $1`,
    id,
  )
  return dates
}
const page = (by: Viewer, { code }: Milestone) => milestonePage.ask(by, { milestone: code }, 'en')

test('an official asks, the own staff put it, the other side’s staff agree: the date moves, the baseline stays', async () => {
  const { official, staff, koreanStaff } = world()
  const milestone = await aMilestone(world())
  const { change, outcome } = await asks(official, milestone)
  expect(outcome).toMatchObject(made('asked'))
  expect(await datesOf(milestone)).toMatchObject({ due: '2099-06-30', sum: 0 })
  expect(await answers(agreeDueDate, staff, change)).toMatchObject(refusal('not-put-yet'))
  expect(await answers(putDueDate, staff, change)).toMatchObject(made('put'))
  expect(await answers(putDueDate, staff, change)).toMatchObject(refusal('put-already'))
  expect(await answers(agreeDueDate, staff, change)).toMatchObject(refusal('only-the-other-side'))
  expect(await answers(agreeDueDate, koreanStaff, change)).toMatchObject(made('agreed'))
  expect(await datesOf(milestone)).toEqual({ first: '2099-06-30', due: '2099-12-31', days: 184, sum: 184 })
  const seen = await page(koreanStaff, milestone)
  expect(seen?.slip?.days).toBe(184)
  expect(seen?.dueDateChanges).toMatchObject([
    { state: 'agreed', kind: 'moved', cause: 'financing', causedBy: 'UZ', words: 'The loan is late' },
  ])
  expect(await answers(refuseDueDate, koreanStaff, change, { reason: 'Too late' })).toMatchObject(
    refusal('answered-already'),
  )
})

test('before it is put, it is not there for the other side', async () => {
  const { official, otherOfficial, staff, koreanStaff, koreanOfficial } = world()
  const milestone = await aMilestone(world())
  const before = await page(koreanStaff, milestone)
  const { change } = await asks(official, milestone)
  expect(await page(koreanStaff, milestone)).toEqual(before)
  expect((await page(staff, milestone))?.dueDateChanges).toMatchObject([{ state: 'asked' }])
  for (const by of [koreanStaff, koreanOfficial])
    for (const command of [putDueDate, agreeDueDate, withdrawDueDate])
      expect(await answers(command, by, change)).toMatchObject(absent)
  expect(await answers(putDueDate, otherOfficial, change)).toMatchObject({ problem: { code: 'not-allowed' } })
  // The other side may ask in its turn where both answer, without hearing of it.
  expect(await answers(refuseDueDate, staff, change, { reason: 'Not now' })).toMatchObject(made('refused'))
  expect(await page(koreanStaff, milestone)).toEqual(before)
})

test('on a joint milestone either side asks, and what one keeps to itself is in nobody’s way', async () => {
  const { official, staff, koreanStaff } = world()
  const milestone = await aMilestone(world(), { side: null })
  const hidden = await asks(official, milestone)
  const korean = await asks(koreanStaff, milestone, { to: { year: '2099', part: 'Q3', day: '' } })
  expect(korean.outcome).toMatchObject(made('put'))
  expect(await answers(agreeDueDate, staff, korean.change)).toMatchObject(made('agreed'))
  // Put now, it counts from the date that both know, and stands behind it in order.
  expect(await answers(putDueDate, staff, hidden.change)).toMatchObject(made('put'))
  expect(await answers(agreeDueDate, koreanStaff, hidden.change)).toMatchObject(made('agreed'))
  expect(await datesOf(milestone)).toEqual({ first: '2099-06-30', due: '2099-12-31', days: 184, sum: 184 })
  const seen = (await page(koreanStaff, milestone))?.dueDateChanges
  expect(seen?.map(({ from, to }) => [from?.on, to?.on])).toEqual([
    ['2099-06-30', '2099-09-30'],
    ['2099-09-30', '2099-12-31'],
  ])
  const places = await rows(
    'select position from due_date_changes where milestone_id = $1 order by 1',
    milestone.id,
  )
  expect(places).toEqual([{ position: 1 }, { position: 2 }])
})

test('what staff ask is put at once; refused, the old date stays, with the reason', async () => {
  const { staff, secondStaff, koreanStaff } = world()
  const milestone = await aMilestone(world())
  const { change, outcome } = await asks(staff, milestone)
  expect(outcome).toMatchObject(made('put'))
  expect((await asks(secondStaff, milestone)).outcome).toMatchObject({
    problem: { code: 'conflict', message: 'milestones.change-due-date.already-open' },
  })
  expect(await answers(refuseDueDate, koreanStaff, change)).toMatchObject({ problem: { code: 'invalid' } })
  expect(
    await answers(refuseDueDate, koreanStaff, change, { reason: 'The plant opens in June' }),
  ).toMatchObject(made('refused'))
  expect(await datesOf(milestone)).toMatchObject({ due: '2099-06-30', sum: 0 })
  expect((await page(staff, milestone))?.dueDateChanges).toMatchObject([
    { state: 'refused', refusal: 'The plant opens in June' },
  ])
})

test('who asked takes it back; what was put, the side’s staff', async () => {
  const { official, staff, secondStaff, koreanStaff } = world()
  const milestone = await aMilestone(world())
  const first = await asks(official, milestone)
  expect(await answers(withdrawDueDate, staff, first.change)).toMatchObject(refusal('only-the-asking-side'))
  expect(await answers(withdrawDueDate, official, first.change)).toMatchObject(made('withdrawn'))
  const second = await asks(staff, milestone)
  expect(await answers(withdrawDueDate, koreanStaff, second.change)).toMatchObject({ ok: false })
  expect(await answers(withdrawDueDate, secondStaff, second.change)).toMatchObject(made('withdrawn'))
})

test('a milestone of one side alone: its staff decide, another of them on what an official asked', async () => {
  const { official, staff } = world()
  const milestone = await aMilestone(world(), { visibility: 'UZ' })
  const asked = await asks(official, milestone)
  expect(await answers(putDueDate, staff, asked.change)).toMatchObject(refusal('nothing-to-put'))
  expect(await answers(agreeDueDate, official, asked.change)).toMatchObject({
    problem: { code: 'not-allowed' },
  })
  expect(await answers(agreeDueDate, staff, asked.change)).toMatchObject(made('agreed'))
  const own = await asks(staff, milestone, { to: { year: '2100', part: '', day: '' } })
  expect(own.outcome).toMatchObject(made('agreed'))
  expect(await datesOf(milestone)).toMatchObject({
    first: '2099-06-30',
    due: '2100-12-31',
    days: 549,
    sum: 549,
  })
})

test.each<[string, MilestoneWanted, object, object]>([
  ['the date that it has', {}, { to: { year: '2099', part: '06', day: '30' } }, { to: 'problem.same-date' }],
  ['no date', {}, { to: { year: '', part: '', day: '' } }, { 'to.year': 'problem.missing' }],
  ['a cause that is none', {}, { cause: 'weather' }, { cause: 'problem.malformed' }],
  ['no words', {}, { words: ' ' }, { words: 'problem.missing' }],
  ['a country of elsewhere', {}, { causedBy: 'JP' }, { causedBy: 'problem.malformed' }],
  ['no meeting of theirs', {}, { meeting: 'UZ-KR-MTG-99' }, { meeting: 'problem.not-to-name' }],
  ['another milestone, unnamed', {}, { cause: 'other_milestone' }, { becauseOf: 'problem.missing' }],
])('refused at its field: %s', async (_, wanted, more, fields) => {
  const { outcome } = await asks(world().staff, await aMilestone(world(), wanted), more)
  expect(outcome).toMatchObject({ ok: false, problem: { code: 'invalid', fields } })
})

test('a reason that both sides read names no milestone that one of them does not see', async () => {
  const own = await aMilestone(world(), { visibility: 'UZ' })
  const milestone = await aMilestone(world())
  const more = { cause: 'other_milestone', becauseOf: own.code }
  expect((await asks(world().staff, milestone, more)).outcome).toMatchObject({
    problem: { fields: { becauseOf: 'problem.not-to-name' } },
  })
  const shared = await aMilestone(world())
  expect((await asks(world().staff, milestone, { ...more, becauseOf: shared.code })).outcome).toMatchObject(
    made('put'),
  )
})

const release = async (milestone: Milestone, to: 'shared' | 'public') => {
  const { version } = await versionOf(milestone.id)
  const sent = { id: newId(), milestone: milestone.code, version, to, reason: 'Agreed' }
  expect(await run(releaseMilestone, world().staff, sent)).toMatchObject({ ok: true })
}
const aMeeting = (code: string, of: 'UZ' | 'shared') =>
  asOwner((tx) =>
    insert(tx, 'meetings', {
      audience_id: world().audience[of],
      partnership_id: world().partnership,
      code,
      kind: 'other',
      title: texts('Talks'),
      held_on: '2026-05-04',
      held_precision: 'day',
      status: 'held',
    }),
  )

const aPublicInitiative = (code: string) =>
  asOwner((tx) =>
    insert(tx, 'initiatives', {
      audience_id: world().audience.public,
      partnership_id: world().partnership,
      direction_id: world().direction,
      code,
      title: texts('Open to all'),
      standing: 'in_progress',
    }),
  )

test('what an asking names is looked at again where the milestone now is', async () => {
  const { official, staff, koreanStaff, audience } = world()
  await aMeeting('UZ-KR-MTG-U-ABCD', 'UZ')
  const own = await aMilestone(world(), { visibility: 'UZ' })
  const { change } = await asks(official, own, { meeting: 'UZ-KR-MTG-U-ABCD' })
  await release(own, 'shared')
  const unseen = { problem: { message: 'milestones.change-due-date.names-unseen' } }
  expect(await answers(putDueDate, staff, change)).toMatchObject(unseen)
  expect(await answers(withdrawDueDate, official, change)).toMatchObject(made('withdrawn'))

  // What both sides read of a public milestone, and the public may not, stays with them.
  await aMeeting('UZ-KR-MTG-01', 'shared')
  const shared = await aMilestone(world(), { initiative: await aPublicInitiative('UZ-KR-SC-81') })
  const put = await asks(staff, shared, { meeting: 'UZ-KR-MTG-01' })
  await release(shared, 'public')
  expect(await answers(agreeDueDate, koreanStaff, put.change)).toMatchObject(made('agreed'))
  expect(await datesOf(shared)).toMatchObject({ due: '2099-12-31', sum: 184 })
  expect(await rows('select audience_id from due_date_changes where id = $1', put.change)).toEqual([
    { audience_id: audience.shared },
  ])
})

test('what both agreed to becomes public with the milestone: the changes add up there', async () => {
  const { staff, koreanStaff, stranger } = world()
  const milestone = await aMilestone(world(), { initiative: await aPublicInitiative('UZ-KR-SC-82') })
  for (const [to, ok] of [
    [december, true],
    [{ year: '2100', part: '', day: '' }, false],
  ] as const) {
    const { change } = await asks(staff, milestone, { to })
    const answer = ok ? agreeDueDate : refuseDueDate
    expect(await answers(answer, koreanStaff, change, ok ? {} : { reason: 'Too late' })).toMatchObject({
      ok: true,
    })
  }
  const { version } = await versionOf(milestone.id)
  const cancel = newId()
  const asked = { id: cancel, milestone: milestone.code, version, reason: 'Superseded' }
  expect(await run(cancelMilestone, staff, asked)).toMatchObject({ ok: true })
  expect(await answers(agreeStatus, koreanStaff, cancel)).toMatchObject(made('agreed'))
  await release(milestone, 'public')
  const seen = await page(stranger, milestone)
  expect(seen?.milestone).toMatchObject({ baseline: { on: '2099-06-30' }, due: { on: '2099-12-31' } })
  expect(seen?.dueDateChanges).toMatchObject([{ state: 'agreed', to: { on: '2099-12-31' } }])
  expect(seen?.statusChanges).toMatchObject([{ state: 'agreed', kind: 'cancel' }])
})

test('what is completed or cancelled has no date to move; a first date becomes the baseline', async () => {
  const { staff, koreanStaff } = world()
  expect((await asks(staff, await aMilestone(world(), { status: 'completed' }))).outcome).toMatchObject(
    refusal('already-completed'),
  )
  expect((await asks(staff, await aMilestone(world(), { status: 'cancelled' }))).outcome).toMatchObject(
    refusal('cancelled'),
  )
  const undated = await aMilestone(world(), { due: null })
  const { change } = await asks(staff, undated)
  expect(await answers(agreeDueDate, koreanStaff, change)).toMatchObject(made('agreed'))
  expect(await datesOf(undated)).toEqual({ first: '2099-12-31', due: '2099-12-31', days: 0, sum: 0 })
})

test('an asking that rests on what was seen before is a conflict', async () => {
  const milestone = await aMilestone(world())
  const stale = { version: newId() }
  expect((await asks(world().staff, milestone, stale)).outcome).toMatchObject({
    problem: { code: 'conflict', message: 'problem.changed-meanwhile' },
  })
})

test('what is kept of slips and waiting keys is what counting gives', async () => {
  expect(await rows('select count(*)::int as moved from slips where days <> 0')).not.toEqual([{ moved: 0 }])
  expect(await rows('select * from verify_ledger()')).toEqual([])
})
