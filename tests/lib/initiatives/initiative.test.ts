import { expect, test } from 'vitest'
import type { Viewer } from '#lib/access/viewer.ts'
import { initiativePage } from '#lib/initiatives/initiative.ts'
import { startMilestone } from '#lib/milestones/start.ts'
import { progressOf } from '#lib/rules/progress.ts'
import { run } from '#lib/runner/run.ts'
import { newId, rows, versionOf } from '#tests/builders.ts'
import { anOwnMilestone, withProgramme } from '#tests/programme.ts'

const programme = withProgramme()

const pageOf = async (initiative: string, viewer: Viewer = programme().observer) => {
  const found = await initiativePage.ask(viewer, { partnership: 'UZ-KR', initiative }, 'en')
  if (!found) throw new Error('there is no such initiative')
  return found
}

test('its milestones with both keys, and the progress that they come to', async () => {
  const { milestones, sides, direction } = await pageOf('UZ-KR-SC-01')
  expect(milestones.map(({ code }) => code.slice(-2))).toEqual(['01', '02', '03', '04'])
  expect([sides, direction.code]).toEqual([['UZ', 'KR'], 'SC'])
  expect(milestones.map((milestone) => milestone.sides)).toEqual(milestones.map(() => ['UZ', 'KR']))
  expect(progressOf(milestones)).toMatchObject({ percent: 75, counted: 4, unknown: 1 })
})

test('the target of sedans stands as it was reported, beside what was measured', async () => {
  const [row] = await rows<{ code: string }>(
    `select i.code from indicators n join initiatives i on i.id = n.initiative_id
     where n.title::text like '%Sedans made%'`,
  )
  const { indicators } = await pageOf(row?.code ?? '')
  const sedans = indicators.find(({ title }) => title.text.startsWith('Sedans made'))
  expect(sedans?.measurements).toMatchObject([
    { role: 'target', measured: { on: '2025-12-31', precision: 'year' } },
    { role: 'actual', measured: { on: '2024-12-31' }, inferred: true },
    { role: 'actual', measured: { on: '2025-12-31' }, inferred: true },
  ])
  expect(sedans?.measurements.map(({ value }) => Number(value))).toEqual([60_000, 22_000, 26_300])
})

test('several reported values stand side by side; one counts', async () => {
  const { values } = await pageOf('UZ-KR-CM-05')
  expect(values).toHaveLength(4)
  expect(values.map(({ counts }) => counts)).toEqual([true, false, false, false])
  expect(values[0]).toMatchObject({ currency: 'USD', kind: 'announced' })
  expect(Number(values[0]?.amount)).toBe(120_000_000)
})

test('what nobody stated is not there, and what a date moved by is said', async () => {
  const { regions, stages, agreements, decisions, values } = await pageOf('UZ-KR-SC-01')
  expect([regions, stages, agreements, decisions, values]).toEqual([['UZ-TK'], [], [], [], []])
  const [moved] = await rows<{ initiative: string; code: string; days: number }>(
    `select i.code as initiative, m.code, sum(c.days)::int as days from due_date_changes c
     join milestones m on m.id = c.milestone_id join initiatives i on i.id = m.initiative_id
     where c.kind = 'moved' and c.state = 'agreed' group by 1, 2 order by 3 desc limit 1`,
  )
  const { milestones } = await pageOf(moved?.initiative ?? '')
  expect(milestones.find(({ code }) => code === moved?.code)?.slip).toBe(moved?.days)
})

test('a title in the reader’s language says that it is a translation', async () => {
  const found = await initiativePage.ask(programme().observer, { initiative: 'UZ-KR-SC-01' }, 'ko')
  expect(found?.title).toMatchObject({ language: 'ko', standing: 'translation', official: false })
})

test('its history: the import, then what a post did, never who held it', async () => {
  expect((await pageOf('UZ-KR-SC-01')).history).toMatchObject([
    { command: 'import', kind: 'created', post: null, milestone: null },
  ])
  const [planned] = await rows<{ id: string; code: string }>(
    `select id, code from milestones where code = 'UZ-KR-SC-01-04' and status = 'planned'`,
  )
  if (!planned) throw new Error('the master plan is planned')
  const { version } = await versionOf(planned.id)
  await run(startMilestone, programme().staff, { id: newId(), milestone: planned.code, version })
  const { history } = await pageOf('UZ-KR-SC-01', programme().koreanStaff)
  expect(history[0]).toMatchObject({
    command: 'milestones.start',
    milestone: { code: planned.code },
    post: { side: 'UZ' },
  })
  expect(history[0]?.changed).toContainEqual({ field: 'status', before: 'planned', after: 'in_progress' })
  const people = await rows<{ id: string; name: string }>('select id, name from people')
  const said = JSON.stringify(history)
  expect(people.filter(({ id, name }) => said.includes(id) || said.includes(name))).toEqual([])
})

test('what Uzbekistan keeps to itself stands apart for it, and changes nothing that Korea reads', async () => {
  const { staff, koreanStaff, observer } = programme()
  const there = [await pageOf('UZ-KR-SC-01', koreanStaff), await pageOf('UZ-KR-SC-01', observer)]
  await anOwnMilestone('UZ', 'UZ-KR-SC-01')
  expect([await pageOf('UZ-KR-SC-01', koreanStaff), await pageOf('UZ-KR-SC-01', observer)]).toEqual(there)
  const own = (await pageOf('UZ-KR-SC-01', staff)).milestones.filter((milestone) => milestone.own)
  expect(own).toMatchObject([{ sides: ['UZ'], percent: 40, weight: 7 }])
})

test('there is none in another partnership, and none that was never', async () => {
  const { observer } = programme()
  const ask = (sent: Record<string, string>) => initiativePage.ask(observer, sent, 'en')
  expect(await ask({ partnership: 'UZ-JP', initiative: 'UZ-KR-SC-01' })).toBeUndefined()
  expect(await ask({ initiative: 'UZ-KR-SC-99' })).toBeUndefined()
})
