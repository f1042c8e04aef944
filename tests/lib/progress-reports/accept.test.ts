import { expect, test } from 'vitest'
import { asViewer } from '#lib/access/wall.ts'
import { acceptReport } from '#lib/progress-reports/accept.ts'
import { returnReport } from '#lib/progress-reports/return.ts'
import { submitReport } from '#lib/progress-reports/submit.ts'
import { run } from '#lib/runner/run.ts'
import { aMilestone, aReport, asOwner, insert, newId, rows, versionOf, type World } from '#tests/builders.ts'
import { withWorld } from '#tests/world.ts'

const world = withWorld()

const accept = (report: string) => ({ id: newId(), report })
const submitted = async (w: World, more = {}, wanted = {}) => {
  const milestone = await aMilestone(w, wanted)
  const report = aReport(milestone, more)
  expect(await run(submitReport, w.official, report)).toMatchObject({ ok: true })
  return { milestone, report }
}

test('the last step moves percent and status of the milestone, and only then', async () => {
  const { milestone, report } = await submitted(world())
  expect(await versionOf(milestone.id)).toEqual({ version: milestone.version, status: 'planned' })
  expect(await run(acceptReport, world().staff, accept(report.id))).toMatchObject({ ok: true })
  const [after] = await rows(
    'select status, percent, accepted_on is not null as dated from milestones where id = $1',
    milestone.id,
  )
  expect(after).toEqual({ status: 'in_progress', percent: 40, dated: true })
})

test('files and links of a report are twenty at most, in whichever field they come', async () => {
  const links = (count: number) => Array.from({ length: count }, (_, n) => `https://example.org/${n}`)
  const evidence = links(11).map((url) => ({ kind: 'link', url }))
  const submit = async (many: number) =>
    run(submitReport, world().official, aReport(await aMilestone(world()), { evidence, links: links(many) }))
  expect(await submit(9)).toMatchObject({ ok: true })
  expect(await submit(10)).toMatchObject({
    problem: { code: 'invalid', fields: { evidence: 'problem.too-much-evidence' } },
  })
})

test('a report that names a blocker blocks, one of 100 % makes ready to be claimed', async () => {
  const blocked = await submitted(world(), { blocker: 'no permit' })
  await run(acceptReport, world().staff, accept(blocked.report.id))
  expect(await versionOf(blocked.milestone.id)).toMatchObject({ status: 'blocked' })
  const whole = await submitted(world(), { percent: 100 })
  await run(acceptReport, world().staff, accept(whole.report.id))
  expect(await versionOf(whole.milestone.id)).toMatchObject({ status: 'in_progress' })
})

test('before acceptance Korea sees nothing of a report, afterwards the report and none of its steps', async () => {
  const { report } = await submitted(world())
  const seen = () =>
    asViewer(
      world().koreanStaff,
      (tx) => tx.$queryRaw<{ reports: number; steps: number; past: number }[]>`
      select (select count(*)::int from progress_reports where id = ${report.id}::uuid) as reports,
        (select count(*)::int from report_steps) as steps,
        (select count(*)::int from changes where record_id = ${report.id}::uuid and before is not null) as past`,
    )
  expect(await seen()).toEqual([{ reports: 0, steps: 0, past: 0 }])
  await run(acceptReport, world().staff, accept(report.id))
  expect(await seen()).toEqual([{ reports: 1, steps: 0, past: 0 }])
})

test.each([
  'otherOfficial',
  'official',
  'observer',
  'insideObserver',
  'sideAdmin',
  'admin',
  'koreanStaff',
  'stranger',
] as const)('%s does not accept', async (who) => {
  const { report } = await submitted(world())
  const outcome = await run(acceptReport, world()[who], accept(report.id))
  expect(outcome).toMatchObject({ ok: false })
  expect((await rows('select state from progress_reports where id = $1', report.id))[0]).toEqual({
    state: 'submitted',
  })
})

test('a report that is hidden and one that is not there are the same refusal', async () => {
  const { report } = await submitted(world())
  const [hidden, absent] = [report.id, newId()]
  expect(await run(acceptReport, world().koreanStaff, accept(hidden))).toEqual(
    await run(acceptReport, world().koreanStaff, accept(absent)),
  )
})

test('nobody accepts his own report, also with a second post', async () => {
  await asOwner(async (tx) => {
    const [home, post] = [
      world().country.UZ,
      await insert(tx, 'posts', {
        country_id: world().country.UZ,
        organisation_id: world().organisation.secretariat,
        title: JSON.stringify({ en: { text: 'second post', standing: 'authentic' } }),
      }),
    ]
    await insert(tx, 'appointments', {
      audience_id: home,
      country_id: home,
      post_id: post,
      person_id: world().person.official,
      from_on: '2024-06-14',
    })
    await insert(tx, 'grants', {
      audience_id: home,
      country_id: home,
      post_id: post,
      partnership_id: world().partnership,
      role: 'staff',
    })
  })
  const { aSession, signedIn } = await import('#tests/builders.ts')
  const both = await signedIn(await aSession(world().person.official))
  const milestone = await aMilestone(world())
  const report = aReport(milestone)
  await run(submitReport, both, report)
  expect(await run(acceptReport, both, accept(report.id))).toMatchObject({
    ok: false,
    problem: { code: 'not-allowed', message: 'rules.why-not.step-on-own-report' },
  })
})

test('three steps need three people, in order; the report keeps the steps under which it was sent', async () => {
  const chain = await asOwner(async (tx) => {
    const common = {
      audience_id: world().audience.UZ,
      partnership_id: world().partnership,
      country_id: world().country.UZ,
    }
    return [
      await insert(tx, 'acceptance_steps', { ...common, position: 1, post_id: world().post.otherOfficial }),
      await insert(tx, 'acceptance_steps', { ...common, position: 2, post_id: null }),
      await insert(tx, 'acceptance_steps', { ...common, position: 3, post_id: null }),
    ]
  })
  const { milestone, report } = await submitted(world())
  await asOwner(
    async (tx) =>
      void (await tx.query('update acceptance_steps set ended_at = now() where id = any ($1)', [chain])),
  )
  expect(await run(acceptReport, world().staff, accept(report.id))).toMatchObject({ ok: false })
  expect(await run(acceptReport, world().otherOfficial, accept(report.id))).toMatchObject({ ok: true })
  expect(await run(acceptReport, world().staff, accept(report.id))).toMatchObject({ ok: true })
  expect(await run(acceptReport, world().staff, accept(report.id))).toMatchObject({
    ok: false,
    problem: { message: 'rules.why-not.second-step-of-one-report' },
  })
  expect(await versionOf(milestone.id)).toMatchObject({ status: 'planned' })
  expect(await run(acceptReport, world().secondStaff, accept(report.id))).toMatchObject({ ok: true })
  expect(await versionOf(milestone.id)).toMatchObject({ status: 'in_progress' })
})

test('a return keeps its reason, closes the report and moves nothing', async () => {
  const { milestone, report } = await submitted(world())
  const back = { id: newId(), report: report.id, reason: 'Attach the delivery note.' }
  expect(await run(returnReport, world().staff, { ...back, reason: '  ' })).toMatchObject({
    ok: false,
    problem: { code: 'invalid' },
  })
  expect(await run(returnReport, world().staff, back)).toMatchObject({ ok: true })
  expect(await versionOf(milestone.id)).toMatchObject({ status: 'planned' })
  expect(await run(acceptReport, world().secondStaff, accept(report.id))).toMatchObject({
    ok: false,
    problem: { message: 'rules.why-not.report-closed' },
  })
})

test('on a side-only milestone nothing is released; on a public one the report goes into shared', async () => {
  const own = await submitted(world(), {}, { visibility: 'UZ' })
  await run(acceptReport, world().staff, accept(own.report.id))
  expect(
    (await rows('select audience_id, state from progress_reports where id = $1', own.report.id))[0],
  ).toEqual({
    audience_id: world().audience.UZ,
    state: 'accepted',
  })
})

test('accepting a report starts what was planned; when work began that had begun before stays unknown', async () => {
  const startedOn = async (status: 'planned' | 'in_progress' | 'blocked') => {
    const { milestone, report } = await submitted(world(), {}, { status })
    await run(acceptReport, world().staff, accept(report.id))
    const [found] = await rows<{ started: boolean }>(
      'select started_on is not null as started from milestones where id = $1',
      milestone.id,
    )
    return found?.started
  }
  expect(await startedOn('planned')).toBe(true)
  expect(await startedOn('in_progress')).toBe(false)
  expect(await startedOn('blocked')).toBe(false)
})

test('the same post twice changes nothing; another body under one id is a conflict', async () => {
  const milestone = await aMilestone(world())
  const report = aReport(milestone)
  const first = await run(submitReport, world().official, report)
  expect(await run(submitReport, world().official, report)).toEqual(first)
  expect(await run(submitReport, world().official, { ...report, percent: 41 })).toMatchObject({
    ok: false,
    problem: { code: 'conflict' },
  })
  const twins = await Promise.all(
    Array.from({ length: 8 }, () => run(submitReport, world().official, report)),
  )
  expect(twins).toEqual(twins.map(() => first))
  expect(await rows('select 1 from changes where record_id = $1', report.id)).toHaveLength(1)
})

test('the ledger verifies and the tallies equal counting', async () => {
  expect(await rows('select * from verify_ledger()')).toEqual([])
})
