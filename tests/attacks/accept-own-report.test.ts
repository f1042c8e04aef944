import { beforeAll, expect, test } from 'vitest'
import type { Viewer } from '#lib/access/viewer.ts'
import { confirmMilestone } from '#lib/milestones/confirm.ts'
import { acceptReport } from '#lib/progress-reports/accept.ts'
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
  rows,
  signedIn,
  versionOf,
} from '#tests/builders.ts'
import { withWorld } from '#tests/world.ts'

/** One person with two posts, official of the ministry and staff of the secretariat: compared is the person. */

const world = withWorld()
let both: Viewer

beforeAll(async () => {
  const { country, person, partnership, organisation } = world()
  const home = { audience_id: country.UZ, country_id: country.UZ }
  await asOwner(async (tx) => {
    const second = await insert(tx, 'posts', {
      country_id: country.UZ,
      organisation_id: organisation.secretariat,
      title: JSON.stringify({ en: { text: 'Second post', standing: 'authentic' } }),
    })
    const holds = { person_id: person.official, from_on: '2024-06-14' }
    await insert(tx, 'appointments', { ...home, ...holds, post_id: second })
    await insert(tx, 'grants', { ...home, post_id: second, partnership_id: partnership, role: 'staff' })
  })
  both = await signedIn(await aSession(person.official))
})

const refusal = (why: string) => ({
  ok: false,
  problem: { code: 'not-allowed', message: `rules.why-not.${why}` },
})
const reported = async (by: Viewer, percent = 100) => {
  const milestone = await aMilestone(world())
  const report = aReport(milestone, { percent })
  expect(await run(submitReport, by, report)).toMatchObject({ ok: true })
  return { milestone, report: report.id }
}
const accept = (by: Viewer, report: string) => run(acceptReport, by, { id: newId(), report })
const confirm = async (by: Viewer, { id, code }: { id: string; code: string }) =>
  run(confirmMilestone, by, { id: newId(), milestone: code, version: (await versionOf(id)).version })

test('he neither accepts nor returns what he sent', async () => {
  const { report } = await reported(both)
  expect(await accept(both, report)).toMatchObject(refusal('step-on-own-report'))
  const back = { id: newId(), report, reason: 'To send a better one unseen' }
  expect(await run(returnReport, both, back)).toMatchObject(refusal('step-on-own-report'))
})

test('with one post he takes the first step, with the other not the second', async () => {
  const { audience, partnership, country, post } = world()
  const side = { audience_id: audience.UZ, partnership_id: partnership, country_id: country.UZ }
  await asOwner(async (tx) => {
    await insert(tx, 'acceptance_steps', { ...side, position: 1, post_id: post.official })
    await insert(tx, 'acceptance_steps', { ...side, position: 2, post_id: null })
  })
  const milestone = await aMilestone(world(), { body: 'agency' })
  const report = aReport(milestone)
  await run(submitReport, world().otherOfficial, report)
  await asOwner((tx) => tx.query('update acceptance_steps set ended_at = now()'))
  expect(await accept(both, report.id)).toMatchObject({ ok: true })
  expect(await accept(both, report.id)).toMatchObject(refusal('second-step-of-one-report'))
  expect(await versionOf(milestone.id)).toMatchObject({ status: 'planned' })
})

test('he does not turn his side’s key on his own report; another of his side does', async () => {
  const { milestone, report } = await reported(both)
  expect(await accept(world().staff, report)).toMatchObject({ ok: true })
  expect(await confirm(both, milestone)).toMatchObject(refusal('key-on-own-report'))
  expect(await versionOf(milestone.id)).toMatchObject({ status: 'in_progress' })
  expect(await confirm(world().staff, milestone)).toMatchObject({
    ok: true,
    value: { made: { status: 'claimed' } },
  })
})

test('both steps of one report at the same moment: one goes through', async () => {
  const { report } = await reported(world().official)
  const outcomes = await Promise.all([accept(world().staff, report), accept(world().secondStaff, report)])
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(
    await rows(`select 1 from report_steps where report_id = $1 and act = 'accepted'`, report),
  ).toHaveLength(1)
})
