import { expect, test } from 'vitest'
import { changeAcceptanceSteps } from '#lib/acceptance-steps/change.ts'
import { acceptanceStepList } from '#lib/acceptance-steps/list.ts'
import { submitReport } from '#lib/progress-reports/submit.ts'
import { run } from '#lib/runner/run.ts'
import { aPost, setChain } from '#tests/administering.ts'
import { aMilestone, aReport, newId, rows } from '#tests/builders.ts'
import { withWorld } from '#tests/world.ts'

const world = withWorld()

const chain = async () => {
  const found = await acceptanceStepList.ask(world().sideAdmin, {}, 'en')
  return found?.chains[0]?.steps.map(({ post }) => post?.id ?? 'any-staff')
}

test('the admin sets the chain of his side; a report keeps the one under which it was sent', async () => {
  const { post, official } = world()
  expect(await chain()).toEqual([])
  expect(await setChain(world(), [post.otherOfficial, '', 'any-staff'])).toMatchObject({ ok: true })
  expect(await chain()).toEqual([post.otherOfficial, 'any-staff'])
  const report = aReport(await aMilestone(world()))
  await run(submitReport, official, report)
  expect(await setChain(world(), ['any-staff'])).toMatchObject({ ok: true })
  expect(
    await rows('select post_id from report_chains where report_id = $1 order by position', report.id),
  ).toEqual([{ post_id: post.otherOfficial }, { post_id: null }])
  expect(await rows('select * from verify_ledger()')).toEqual([])
})

test('its event stands in the side’s chain, with the post that did it', async () => {
  expect(
    await rows(
      `select post_id from events where name = 'acceptance-steps.change' and audience_id = $1 limit 1`,
      world().audience.UZ,
    ),
  ).toEqual([{ post_id: world().post.sideAdmin }])
})

test('one to five steps, each any staff or a post of the side that acts in the partnership', async () => {
  const five = Array.from({ length: 5 }, () => 'any-staff')
  const wrong = [[], [...five, 'any-staff'], [world().post.koreanStaff], [world().post.observer], [newId()]]
  for (const steps of [...wrong, [await aPost(world())]])
    expect(await setChain(world(), steps)).toMatchObject({ problem: { code: 'invalid' } })
  expect(await setChain(world(), five)).toMatchObject({ ok: true })
})

test('of two at once the second sees what the first has set', async () => {
  const found = await acceptanceStepList.ask(world().sideAdmin, {}, 'en')
  const sent = { partnership: 'UZ-KR', version: found?.chains[0]?.version, steps: ['any-staff'] }
  const both = await Promise.all([
    run(changeAcceptanceSteps, world().sideAdmin, { id: newId(), ...sent }),
    run(changeAcceptanceSteps, world().sideAdmin, { id: newId(), ...sent }),
  ])
  expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true])
})

test('nobody else sets or reads it, also not of the same side', async () => {
  for (const who of ['staff', 'official', 'admin', 'koreanStaff', 'insideObserver'] as const) {
    expect(await setChain(world(), ['any-staff'], who)).toMatchObject({ problem: { code: 'not-allowed' } })
    expect(await acceptanceStepList.ask(world()[who], {}, 'en')).toBeUndefined()
  }
})
