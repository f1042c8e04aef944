import { expect, test } from 'vitest'
import type { Viewer } from '#lib/access/viewer.ts'
import { asViewer } from '#lib/access/wall.ts'
import { auditEventList } from '#lib/audit-events/list.ts'
import { decreeDays } from '#lib/calendars/decree.ts'
import { archiveCountry } from '#lib/countries/archive.ts'
import { changeCountry } from '#lib/countries/change.ts'
import { countryPage } from '#lib/countries/country.ts'
import { createCountry } from '#lib/countries/create.ts'
import { countryList } from '#lib/countries/list.ts'
import { unarchiveCountry } from '#lib/countries/unarchive.ts'
import { administeredOrganisations } from '#lib/organisations/administered-list.ts'
import { createOrganisation } from '#lib/organisations/create.ts'
import { unarchiveOrganisation } from '#lib/organisations/unarchive.ts'
import { administeredPartnerships } from '#lib/partnerships/administered.ts'
import { createPartnership } from '#lib/partnerships/create.ts'
import { run } from '#lib/runner/run.ts'
import { searchResults } from '#lib/search/results.ts'
import { asOwner, insert, newId, rows, texts } from '#tests/builders.ts'
import { sent } from '#tests/sent.ts'
import { withWorld } from '#tests/world.ts'

const world = withWorld()

let numbered = 0
/** A country to which nothing belongs; its code. */
async function aCountry(): Promise<string> {
  numbered += 1
  const code = `X${String.fromCharCode(64 + numbered)}`
  await asOwner(async (tx) => {
    const id = await insert(tx, 'countries', {
      code,
      code3: `X${code}`,
      numeric_code: String(900 + numbered),
      name: texts(`Unused ${code}`),
      official_name: texts(code),
      capital: texts(code),
      time_zone: 'UTC',
      currency: 'EUR',
      languages: ['en'],
    })
    await tx.query('select open_registry($1)', [id])
    await insert(tx, 'calendar_days', {
      country_id: id,
      day: '2026-03-20',
      name: texts('Spring'),
      kind: 'holiday',
      standing: 'confirmed',
      basis: 'law',
      citations: '[]',
    })
  })
  return code
}
const idOfCountry = async (code: string) =>
  (await rows<{ id: string }>('select id from countries where code = $1', code))[0]?.id ?? ''
const versionOf = async (code: string) =>
  (await rows<{ version: string }>('select version from countries where code = $1', code))[0]?.version ?? ''

type Act = typeof archiveCountry | typeof unarchiveCountry
const act = async (command: Act, country: string, viewer = world().admin, version?: string) =>
  run(command, viewer, { id: newId(), country, version: version ?? (await versionOf(country)) })
const archive = (country: string) => act(archiveCountry, country)
const page = (country: string) => countryPage.ask(world().admin, { country, year: '2026' }, 'en')
const refusedWith = (message: string) => ({ ok: false, problem: { code: 'not-allowed', message } })
const notHere = { ok: false, problem: { code: 'not-found' } }

const anOrganisation = (country: string, more: object = {}) =>
  asOwner((tx) =>
    insert(tx, 'organisations', {
      code: `BODY-${newId().slice(0, 8).toUpperCase()}`,
      country_id: country,
      kind: 'ministry',
      iati_type: '10',
      name: texts('Body'),
      ...more,
    }),
  )

test('the admin of the installation archives a country that is not used, on what he saw, and nobody else', async () => {
  const code = await aCountry()
  for (const viewer of [world().sideAdmin, world().staff, world().stranger])
    expect(await act(archiveCountry, code, viewer)).toMatchObject(
      refusedWith('countries.archive.not-allowed'),
    )
  expect(await act(archiveCountry, code, world().admin, newId())).toMatchObject({
    problem: { code: 'conflict', message: 'problem.changed-meanwhile' },
  })
  expect(await page(code)).toMatchObject({ country: { isArchived: false } })
  expect(await archive(code)).toMatchObject({
    ok: true,
    value: { made: { code }, next: '/admin/countries?done=countries.archive' },
  })
  expect(await archive(code)).toMatchObject(notHere)
  expect(await page(code)).toMatchObject({ country: { isArchived: true }, days: [{ day: '2026-03-20' }] })
})

test('a country stays while a partnership has it as a side or an organisation of it is open', async () => {
  expect(await archive('JP')).toMatchObject(refusedWith('countries.archive.is-side'))
  const code = await aCountry()
  const id = await idOfCountry(code)
  const own = await anOrganisation(id)
  await anOrganisation(id, { archived_at: '2026-01-01T00:00:00Z' })
  const joint = await anOrganisation(world().country.UZ, { joint_country_id: id })
  expect(await page(code)).toMatchObject({
    country: { partnerships: [] },
    depends: { organisations: 2, archivedOrganisations: 1, people: null },
  })
  for (const one of [own, joint]) {
    expect(await archive(code)).toMatchObject(refusedWith('countries.archive.has-organisations'))
    await asOwner((tx) => tx.query('update organisations set archived_at = now() where id = $1', [one]))
  }
  expect(await archive(code)).toMatchObject({ ok: true })
})

test('of people whom the admin may not see he learns from no page, and in one sentence that something is in the way', async () => {
  const code = await aCountry()
  const id = await idOfCountry(code)
  const before = await page(code)
  const person = await asOwner((tx) =>
    insert(tx, 'people', {
      audience_id: id,
      country_id: id,
      name: 'Somebody',
      email: 'somebody.unseen@example.org',
    }),
  )
  expect(await page(code)).toEqual(before)
  expect(await archive(code)).toEqual(refusedWith('countries.archive.in-use'))
  await asOwner((tx) => tx.query('update people set deactivated_at = now() where id = $1', [person]))
  expect(await archive(code)).toMatchObject({ ok: true })
  const [{ people } = { people: 0 }] = await rows<{ people: number }>(
    'select count(*)::int as people from people where country_id = $1',
    world().country.UZ,
  )
  expect(await page('UZ')).toMatchObject({ depends: { people } })
})

test('only the admin of the installation is told that something is in the way', async () => {
  const told = (viewer: Viewer) =>
    asViewer(viewer, async (tx) => {
      const [answer] = await tx.$queryRaw<{ isInUse: boolean | null }[]>`
        select is_country_in_use(${world().country.JP}::uuid) as "isInUse"`
      return answer?.isInUse
    })
  expect(await told(world().admin)).toBe(true)
  for (const who of ['sideAdmin', 'staff', 'stranger'] as const) expect(await told(world()[who])).toBeNull()
})

test('what is archived is offered in no form, taken by no act, found by no words, and listed behind its switch', async () => {
  const { admin, sideAdmin, staff } = world()
  const code = await aCountry()
  const offered = async () => ({
    partnership: (await administeredPartnerships.ask(admin, {}, 'en'))?.countries.map((one) => one.code),
    joint: (await administeredOrganisations.ask(sideAdmin, {}, 'en'))?.otherCountries.map((one) => one.code),
  })
  expect(await offered()).toEqual({
    partnership: expect.arrayContaining([code]),
    joint: expect.arrayContaining([code]),
  })
  await archive(code)
  expect(await offered()).toEqual({
    partnership: expect.not.arrayContaining([code]),
    joint: expect.not.arrayContaining([code]),
  })

  const given = { names: {}, version: await versionOf(code) }
  const send = { id: newId(), country: code }
  expect(await run(changeCountry, admin, { ...send, ...sent['countries.change']?.(given) })).toMatchObject(
    notHere,
  )
  expect(await run(decreeDays, admin, { ...send, ...sent['calendars.decree']?.(given) })).toMatchObject(
    notHere,
  )
  const opened = { id: newId(), ...sent['partnerships.create']?.(given), one: code }
  expect(await run(createPartnership, admin, opened)).toMatchObject({
    problem: { fields: { one: 'problem.no-such-country' } },
  })
  const joint = { id: newId(), ...sent['organisations.create']?.(given), jointCountry: code }
  expect(await run(createOrganisation, sideAdmin, joint)).toMatchObject({
    problem: { fields: { jointCountry: 'problem.malformed' } },
  })

  const listed = async (asked: object) =>
    (await countryList.ask(admin, asked, 'en'))?.countries.map((one) => one.code)
  expect(await listed({})).not.toContain(code)
  expect(await listed({ archived: 'yes' })).toContain(code)
  expect(await listed({ archived: 'yes', words: `unused ${code}` })).toEqual([code])
  expect(await listed({ archived: 'yes', words: 'UZ' })).toEqual([])
  for (const viewer of [admin, staff])
    expect((await searchResults.ask(viewer, { words: `Unused ${code}` }, 'en'))?.results).toEqual([])
})

test('a country of the standard that is archived is not added a second time', async () => {
  const added = { id: newId(), ...sent['countries.create']?.({ names: {} }) }
  expect(await run(createCountry, world().admin, added)).toMatchObject({ ok: true })
  await archive('KZ')
  expect((await countryList.ask(world().admin, { code: 'KZ' }, 'en'))?.others).not.toContain('KZ')
  expect(await run(createCountry, world().admin, { ...added, id: newId() })).toMatchObject({
    problem: { fields: { code: 'problem.country-there' } },
  })
})

test('it comes back with its calendar; before, nothing that was its own does', async () => {
  const { admin, sideAdmin, country } = world()
  const code = await aCountry()
  const joint = await anOrganisation(country.UZ, {
    code: 'JV-WAITS',
    joint_country_id: await idOfCountry(code),
    archived_at: '2026-01-01T00:00:00Z',
  })
  await archive(code)
  const venture = async () => {
    const [{ version } = { version: '' }] = await rows<{ version: string }>(
      'select version from organisations where id = $1',
      joint,
    )
    return run(unarchiveOrganisation, sideAdmin, { id: newId(), organisation: 'JV-WAITS', version })
  }
  expect(await venture()).toMatchObject(refusedWith('organisations.unarchive.country-archived'))

  expect(await act(unarchiveCountry, code, sideAdmin)).toMatchObject(
    refusedWith('countries.unarchive.not-allowed'),
  )
  expect(await act(unarchiveCountry, code, admin, newId())).toMatchObject({ problem: { code: 'conflict' } })
  expect(await act(unarchiveCountry, code)).toMatchObject({
    ok: true,
    value: { made: { code }, next: `/admin/countries/${code}?done=countries.unarchive` },
  })
  expect(await act(unarchiveCountry, code)).toMatchObject(notHere)
  expect(await page(code)).toMatchObject({ country: { isArchived: false }, days: [{ day: '2026-03-20' }] })
  expect(await venture()).toMatchObject({ ok: true })
})

test('who archives a country and who opens a partnership of it at the same moment do not both get their way', async () => {
  for (const first of ['archive', 'open'] as const) {
    const code = await aCountry()
    const acts = [
      () => archive(code),
      () =>
        run(createPartnership, world().admin, {
          id: newId(),
          ...sent['partnerships.create']?.({ names: {} }),
          one: code,
        }),
    ]
    const outcomes = await Promise.all((first === 'archive' ? acts : acts.toReversed()).map((one) => one()))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  }
})

test('both acts are told by the audit trail, and the ledger is unbroken', async () => {
  const trail = await auditEventList.ask(world().admin, { kind: 'countries' }, 'en')
  const acts = trail?.events.map(({ act }) => act)
  expect(acts).toEqual(expect.arrayContaining(['countries.archive', 'countries.unarchive']))
  expect(await rows('select * from verify_ledger()')).toEqual([])
})
