import { expect, test } from 'vitest'
import { administeredOrganisations } from '#lib/organisations/administered-list.ts'
import { administeredOrganisation } from '#lib/organisations/administered.ts'
import { archiveOrganisation } from '#lib/organisations/archive.ts'
import { changeOrganisation } from '#lib/organisations/change.ts'
import { createOrganisation } from '#lib/organisations/create.ts'
import { unarchiveOrganisation } from '#lib/organisations/unarchive.ts'
import { run } from '#lib/runner/run.ts'
import { aMilestone, asOwner, newId } from '#tests/builders.ts'
import { withWorld } from '#tests/world.ts'

const world = withWorld()

const typed = { name: { en: 'Ministry of Water', uz: 'Suv vazirligi' }, kind: 'ministry', iatiType: '10' }
const create = (more: object = {}) =>
  run(createOrganisation, world().sideAdmin, { id: newId(), ...typed, ...more })
const one = async (code: string, viewer = world().sideAdmin) =>
  administeredOrganisation.ask(viewer, { organisation: code }, 'en')

test('the server allots the code: of the acronym, else of the name, and never one that is taken', async () => {
  const codes = []
  for (const more of [{ acronym: 'MinWater' }, { acronym: 'MinWater' }, {}, { name: { en: '수자원부' } }])
    codes.push((await create(more)) as { value: { made: { code: string } } })
  expect(codes.map(({ value }) => value.made.code)).toEqual([
    'UZ-MINWATER',
    'UZ-MINWATER-2',
    'UZ-MOW',
    'UZ-ORG',
  ])
})

test('the name is authentic in the country’s own language; the others are translations of it', async () => {
  expect(await create({ name: { uz: 'Suv vazirligi', ru: 'Министерство водных ресурсов' } })).toMatchObject({
    ok: false,
    problem: { fields: { 'name.en': 'problem.missing' } },
  })
  await create({ acronym: 'WATER' })
  expect((await one('UZ-WATER'))?.names).toMatchObject({
    en: { standing: 'authentic' },
    uz: { standing: 'translation', stale: false },
  })
})

test('a change rests on what was seen, and makes a translation stale', async () => {
  await create({ acronym: 'LAND' })
  const { version } = (await one('UZ-LAND')) ?? { version: '' }
  const name = { ...typed.name, en: 'Ministry of Land' }
  const change = () =>
    run(changeOrganisation, world().sideAdmin, {
      id: newId(),
      organisation: 'UZ-LAND',
      version,
      ...typed,
      name,
    })
  expect(await change()).toMatchObject({ ok: true })
  expect((await one('UZ-LAND'))?.names).toMatchObject({ uz: { stale: true } })
  expect(await change()).toMatchObject({ ok: false, problem: { code: 'conflict' } })
})

test('a joint venture is kept by the admins of both, another country’s body by its own alone', async () => {
  const made = await create({ acronym: 'UKT', jointCountry: 'KR', kind: 'joint_venture' })
  expect(made).toMatchObject({ ok: true, value: { made: { code: 'JV-UKT' } } })
  expect(await create({ jointCountry: 'UZ' })).toMatchObject({ problem: { code: 'invalid' } })
  const change = { id: newId(), organisation: 'KOREANMINISTRY', version: newId(), ...typed }
  expect(await run(changeOrganisation, world().sideAdmin, change)).toMatchObject({
    problem: { code: 'not-allowed', message: 'organisations.change.not-allowed' },
  })
  expect(await one('KOREANMINISTRY')).toBeUndefined()
  expect(await one('JV-UKT')).toMatchObject({ countries: ['UZ', 'KR'] })
})

test('what depends on it is shown first, as far as the admin sees it, and it stays', async () => {
  await aMilestone(world(), { title: 'shared' })
  await aMilestone(world(), { visibility: 'UZ' })
  const ministry = await one('MINISTRY')
  expect(ministry?.depends).toMatchObject({ milestones: 1, openMilestones: 1, leadsSides: [] })
  const archive = (organisation: string, version = '') =>
    run(archiveOrganisation, world().sideAdmin, { id: newId(), organisation, version })
  expect(await archive('MINISTRY', ministry?.version)).toMatchObject({
    problem: { message: 'organisations.archive.held' },
  })
  await create({ acronym: 'GONE' })
  expect(await archive('UZ-GONE', (await one('UZ-GONE'))?.version)).toMatchObject({ ok: true })
  expect(await one('UZ-GONE')).toMatchObject({ isArchived: true })
})

test('the lead organisation of a side cannot be archived', async () => {
  await create({ acronym: 'LEAD' })
  await asOwner((tx) =>
    tx.query(
      `update sides set lead_organisation_id = (select id from organisations where code = 'UZ-LEAD')
       where partnership_id = $1 and country_id = $2`,
      [world().partnership, world().country.UZ],
    ),
  )
  const version = (await one('UZ-LEAD'))?.version
  expect(
    await run(archiveOrganisation, world().sideAdmin, { id: newId(), organisation: 'UZ-LEAD', version }),
  ).toMatchObject({ problem: { message: 'organisations.archive.leads-side' } })
})

test('the list has the own country’s, found as people type, and is there for the admin alone', async () => {
  const listed = async (asked: object) =>
    (await administeredOrganisations.ask(world().sideAdmin, asked, 'en'))?.organisations.map(
      ({ code }) => code,
    )
  expect(await listed({})).not.toContain('KOREANMINISTRY')
  expect(await listed({ words: 'сув вазирлиги' })).toContain('UZ-MOW')
  expect(await listed({ words: 'agency' })).toEqual(['AGENCY'])
  expect(await listed({ words: '100%' })).toEqual([])
  expect(await listed({ archived: 'yes' })).toEqual(['UZ-GONE'])
  for (const viewer of [world().staff, world().admin, world().stranger])
    expect(await administeredOrganisations.ask(viewer, {}, 'en')).toBeUndefined()
})

test('an archived organisation comes back with its code', async () => {
  const { version } = (await one('UZ-GONE')) ?? { version: '' }
  const sent = { organisation: 'UZ-GONE', version }
  expect(await run(unarchiveOrganisation, world().admin, { ...sent, id: newId() })).toMatchObject({
    problem: { code: 'not-allowed' },
  })
  const back = () => run(unarchiveOrganisation, world().sideAdmin, { ...sent, id: newId() })
  expect(await back()).toMatchObject({ ok: true, value: { made: { code: 'UZ-GONE' } } })
  expect(await one('UZ-GONE')).toMatchObject({ isArchived: false })
  expect(await back()).toMatchObject({ problem: { code: 'not-found' } })
})
