import { beforeAll, expect, test } from 'vitest'
import { tokenOfLink } from '#lib/access/one-time-link.ts'
import { changeCountry } from '#lib/countries/change.ts'
import { createCountry } from '#lib/countries/create.ts'
import { countryList } from '#lib/countries/list.ts'
import { archiveDirection } from '#lib/directions/archive.ts'
import { changeDirection } from '#lib/directions/change.ts'
import { createDirection } from '#lib/directions/create.ts'
import { reorderDirections } from '#lib/directions/reorder.ts'
import { unarchiveDirection } from '#lib/directions/unarchive.ts'
import { initiativeList } from '#lib/initiatives/list.ts'
import { milestoneBoard } from '#lib/milestones/board.ts'
import { administeredPartnerships } from '#lib/partnerships/administered.ts'
import { partnershipAdministration } from '#lib/partnerships/administration.ts'
import { changePartnership } from '#lib/partnerships/change.ts'
import { createPartnership } from '#lib/partnerships/create.ts'
import { partnershipsFrame } from '#lib/partnerships/frame.ts'
import { partnershipOverview } from '#lib/partnerships/overview.ts'
import { appointFirstAdmin } from '#lib/people/appoint-first-admin.ts'
import { reviewQueue } from '#lib/progress-reports/review.ts'
import { run } from '#lib/runner/run.ts'
import { aSession, newId, rows, signedIn } from '#tests/builders.ts'
import { withWorld } from '#tests/world.ts'

/** The whole way to a new pair of countries, one step resting on the other. */

const world = withWorld()
beforeAll(() => {
  process.env['NEXTAUTH_SECRET'] = 'of this test'
})

const kazakhstan = () => ({
  id: newId(),
  code: 'KZ',
  code3: 'KAZ',
  numericCode: '398',
  language: 'en',
  name: { en: 'Kazakhstan', uz: 'Qozogʻiston', ru: 'Казахстан', ko: '카자흐스탄' },
  officialName: { en: 'Republic of Kazakhstan' },
  capital: { en: 'Astana' },
  timeZone: 'Asia/Almaty',
  currency: 'KZT',
  languages: 'kk, ru',
})
const partnership = () => ({
  id: newId(),
  one: 'KZ',
  other: 'KR',
  language: 'en',
  title: { en: 'Kazakhstan – Korea' },
  programme: { en: 'Fresh wind' },
  starts: { year: '2024', part: '06', day: '' },
  ends: { year: '2029', part: '', day: '' },
  languages: ['en', 'kk', 'ru', 'ko'],
})
/** As the request after the partnership was opened sees him. */
const now = (who: 'admin' | 'sideAdmin' | 'staff' | 'koreanStaff') => signedIn(world().tokens[who])
const refusedAt = (field: string, message: string) => ({
  ok: false,
  problem: { code: 'invalid', fields: { [field]: message } },
})
const notAllowed = { ok: false, problem: { code: 'not-allowed' } }
const asked = async (more: object = {}) => {
  const found = await partnershipAdministration.ask(
    await now('admin'),
    { partnership: 'KZ-KR', ...more },
    'en',
  )
  if (!found) throw new Error('there is no such partnership for the admin')
  return found
}

test.each([
  ['no country of the standard', { code: 'XX' }, 'code', 'problem.no-such-country'],
  ['another country’s code', { code3: 'KGZ' }, 'code3', 'problem.other-country'],
  ['another country’s number', { numericCode: '417' }, 'numericCode', 'problem.other-country'],
  ['no place of the zones', { timeZone: 'Asia/Nowhere' }, 'timeZone', 'problem.no-such-zone'],
  ['an offset', { timeZone: '+05:00' }, 'timeZone', 'problem.no-such-zone'],
  [
    'a zone that the database writes otherwise',
    { timeZone: 'asia/almaty' },
    'timeZone',
    'problem.no-such-zone',
  ],
  ['no currency', { currency: 'KZX' }, 'currency', 'problem.no-such-currency'],
  ['no language', { languages: 'kk, qqz' }, 'languages', 'problem.no-such-language'],
  ['no authentic name', { name: { ru: 'Казахстан', uz: 'Qozogʻiston' } }, 'name', 'problem.no-authentic'],
  ['one that is there', { code: 'UZ', code3: 'UZB', numericCode: '860' }, 'code', 'problem.country-there'],
])('a country with %s is refused at its field', async (_name, more, field, message) => {
  expect(await run(createCountry, world().admin, { ...kazakhstan(), ...more })).toMatchObject(
    refusedAt(field, message),
  )
})

test('an admin of the installation adds a country, and nobody else', async () => {
  for (const who of [world().sideAdmin, world().staff])
    expect(await run(createCountry, who, kazakhstan())).toMatchObject(notAllowed)
  expect(await run(createCountry, world().admin, kazakhstan())).toMatchObject({ ok: true })
  const found = await countryList.ask(world().admin, { words: 'казах' }, 'ru')
  expect(found).toMatchObject({ total: 4, countries: [{ code: 'KZ', name: { text: 'Казахстан' } }] })
  expect(found?.others).not.toContain('KZ')
  expect(await countryList.ask(world().sideAdmin, {}, 'en')).toBeUndefined()
})

test('a country is changed on what was seen, and its translations turn stale', async () => {
  const [{ version } = { version: '' }] = await rows<{ version: string }>(
    `select version from countries where code = 'KZ'`,
  )
  const { code: _, code3: _3, numericCode: _n, language: _l, ...fields } = kazakhstan()
  const change = { ...fields, country: 'KZ', version, name: { ...fields.name, en: 'Qazaqstan' } }
  expect(await run(changeCountry, world().sideAdmin, change)).toMatchObject(notAllowed)
  expect(await run(changeCountry, world().admin, change)).toMatchObject({ ok: true })
  expect(await run(changeCountry, world().admin, { ...change, id: newId(), currency: 'USD' })).toMatchObject({
    ok: false,
    problem: { code: 'conflict' },
  })
  const [row] = await rows(`select text_in(name, 'ru') as name, currency from countries where code = 'KZ'`)
  expect(row).toEqual({ name: expect.objectContaining({ stale: true }), currency: 'KZT' })
})

test('a partnership of two countries is opened once, in whichever order', async () => {
  expect(await run(createPartnership, world().sideAdmin, partnership())).toMatchObject(notAllowed)
  for (const [more, field, message] of [
    [{ other: 'KZ' }, 'other', 'problem.same-country'],
    [{ one: 'DE' }, 'one', 'problem.no-such-country'],
    [{ ends: { year: '2023' } }, 'ends', 'problem.ends-before'],
    [{ one: 'KR', other: 'UZ' }, 'other', 'problem.partnership-there'],
  ] as const)
    expect(await run(createPartnership, world().admin, { ...partnership(), ...more })).toMatchObject(
      refusedAt(field, message),
    )
  expect(await run(createPartnership, world().admin, partnership())).toMatchObject({
    ok: true,
    value: { made: { code: 'KZ-KR' }, next: '/admin/partnerships/KZ-KR?done=partnerships.create' },
  })
  const list = await administeredPartnerships.ask(await now('admin'), { words: 'kz-kr' }, 'en')
  expect(list).toMatchObject({
    total: 3,
    partnerships: [
      {
        code: 'KZ-KR',
        sides: ['KZ', 'KR'],
        waiting: ['KZ', 'KR'],
        ends: { on: '2029-12-31', precision: 'year' },
      },
    ],
  })
  // What is public is known to everybody who is signed in, of whatever country.
  const frame = await partnershipsFrame.ask(await now('staff'), {}, 'en')
  expect(frame?.partnerships.map(({ code }) => code)).toEqual(['UZ-KR', 'KZ-KR', 'UZ-JP'])
})

test('before its first direction there is, its pages are open and empty', async () => {
  for (const question of [milestoneBoard, partnershipOverview, initiativeList, reviewQueue])
    for (const who of ['admin', 'koreanStaff'] as const)
      expect(await question.ask(await now(who), { partnership: 'KZ-KR' }, 'en'), question.name).toBeDefined()
})

const direction = (code: string, more: object = {}) => ({
  id: newId(),
  partnership: 'KZ-KR',
  code,
  language: 'en',
  title: { en: `Direction ${code}` },
  sectorCodes: '23210, 23230',
  anchor: ['yes'],
  ...more,
})

test('directions are added, ordered, changed and archived', async () => {
  expect(await run(createDirection, await now('sideAdmin'), direction('EN'))).toMatchObject({
    ok: false,
    problem: { code: 'not-allowed' },
  })
  for (const code of ['EN', 'TR', 'XC'])
    expect(await run(createDirection, await now('admin'), direction(code))).toMatchObject({ ok: true })
  expect(await run(createDirection, await now('admin'), direction('EN'))).toMatchObject(
    refusedAt('code', 'problem.code-there'),
  )
  expect(
    await run(createDirection, await now('admin'), direction('AB', { sectorCodes: '232' })),
  ).toMatchObject(refusedAt('sectorCodes', 'problem.no-sector-code'))
  const order = { id: newId(), partnership: 'KZ-KR', codes: ['TR', 'XC', 'EN'] }
  expect(await run(reorderDirections, await now('staff'), order)).toMatchObject(notAllowed)
  expect(await run(reorderDirections, await now('admin'), order)).toMatchObject({ ok: true })
  expect(
    await run(reorderDirections, await now('admin'), { ...order, id: newId(), codes: ['TR', 'XC'] }),
  ).toMatchObject({ ok: false, problem: { code: 'conflict' } })

  const { directions } = await asked()
  expect(directions.map(({ code }) => code)).toEqual(['TR', 'XC', 'EN'])
  const across = {
    id: newId(),
    direction: 'KZ-KR-XC',
    version: directions[1]?.version,
    language: 'en',
    title: { en: 'Across' },
    summary: { en: 'Finance and health' },
  }
  expect(await run(changeDirection, await now('sideAdmin'), across)).toMatchObject(notAllowed)
  expect(await run(changeDirection, await now('admin'), across)).toMatchObject({ ok: true })
  expect(await run(changeDirection, await now('admin'), { ...across, id: newId() })).toMatchObject({
    ok: false,
    problem: { code: 'conflict' },
  })
  const changed = (await asked()).directions[1]
  expect(changed).toMatchObject({ code: 'XC', isAnchor: false, sectorCodes: [], title: { text: 'Across' } })

  const archival = { id: newId(), direction: 'KZ-KR-XC', version: changed?.version }
  expect(await run(archiveDirection, await now('staff'), archival)).toMatchObject(notAllowed)
  expect(await run(archiveDirection, await now('admin'), archival)).toMatchObject({ ok: true })
  expect((await asked()).directions.map(({ code }) => code)).toEqual(['TR', 'EN'])
  for (const codes of [
    ['EN', 'TR'],
    ['TR', 'EN'],
  ])
    expect(await run(reorderDirections, await now('admin'), { ...order, id: newId(), codes })).toMatchObject({
      ok: true,
    })
  expect(
    await rows(`select code from directions where partnership_id =
    (select id from partnerships where code = 'KZ-KR') order by position`),
  ).toEqual([{ code: 'TR' }, { code: 'EN' }, { code: 'XC' }])

  const [away] = (await asked()).archivedDirections
  const back = { id: newId(), direction: 'KZ-KR-XC', version: away?.version }
  expect(await run(unarchiveDirection, await now('staff'), back)).toMatchObject(notAllowed)
  expect(await run(unarchiveDirection, await now('admin'), back)).toMatchObject({ ok: true })
  expect((await asked()).directions.map(({ code }) => code)).toEqual(['TR', 'EN', 'XC'])
  expect(await run(unarchiveDirection, await now('admin'), { ...back, id: newId() })).toMatchObject({
    problem: { code: 'not-found' },
  })
})

const astana = (more: object = {}) => ({
  id: newId(),
  partnership: 'KZ-KR',
  side: 'KZ',
  name: 'First admin',
  email: 'First.Admin@example.org',
  organisation: '',
  body: { en: 'Ministry of Trade' },
  acronym: 'MTI',
  kind: 'ministry',
  title: { en: 'Administrator' },
  language: 'en',
  ...more,
})

test('each side’s first admin is named once; from then on the side looks after itself', async () => {
  for (const who of ['sideAdmin', 'staff', 'koreanStaff'] as const)
    expect(await run(appointFirstAdmin, await now(who), astana())).toMatchObject(notAllowed)
  expect(await run(appointFirstAdmin, await now('admin'), astana({ side: 'UZ' }))).toMatchObject({
    ok: false,
    problem: { code: 'not-found' },
  })
  for (const [more, field, message] of [
    [{ email: 'nobody' }, 'email', 'problem.no-email'],
    [{ email: 'staff@example.org' }, 'email', 'people.email-taken'],
    [{ organisation: 'MINISTRY' }, 'organisation', 'problem.no-such-organisation'],
    [{ body: { en: '' } }, 'body', 'problem.missing'],
    [{ acronym: '' }, 'acronym', 'problem.missing'],
  ] as const)
    expect(await run(appointFirstAdmin, await now('admin'), astana(more))).toMatchObject(
      refusedAt(field, message),
    )

  const sent = astana()
  const link = `/sign-in/${tokenOfLink(sent.id)}`
  expect(await run(appointFirstAdmin, await now('admin'), sent)).toMatchObject({
    ok: true,
    value: {
      made: { link },
      next: `/admin/partnerships/KZ-KR?done=people.appoint-first-admin&link=${sent.id}#sides`,
    },
  })
  // Shown to whoever made it, for some minutes, and to nobody else.
  expect((await asked({ link: sent.id })).link).toBe(link)
  expect((await asked({ link: newId() })).link).toBeNull()
  await rows(`update answers set at = at - interval '11 minutes' where id = $1`, sent.id)
  expect((await asked({ link: sent.id })).link).toBeNull()

  expect(
    await run(appointFirstAdmin, await now('admin'), astana({ email: 'second@gov.example', acronym: 'MTJ' })),
  ).toMatchObject({
    ok: false,
    problem: { code: 'conflict', message: 'people.appoint-first-admin.has-admin' },
  })
  expect((await asked()).sides.map(({ lacksAdmin }) => lacksAdmin)).toEqual([false, true])

  const [person] = await rows<{ id: string }>(`select id from people where email = 'first.admin@example.org'`)
  const viewer = await signedIn(await aSession(person?.id ?? ''))
  expect(viewer.held.map(({ role }) => role)).toEqual(['side_admin'])
  const [registry] = await rows<{ name: string }>(
    `select e.name from events e join countries c on c.id = e.audience_id where c.code = 'KZ'`,
  )
  expect(registry).toEqual({ name: 'people.appoint-first-admin' })
  expect(await rows('select * from verify_ledger()')).toEqual([])
})

test('whom the registry knows already gets no link: it would let another choose the password', async () => {
  const sent = {
    ...astana({ side: 'KR', email: 'koreanObserver@example.org', organisation: 'KOREANMINISTRY' }),
    body: undefined,
    acronym: undefined,
  }
  expect(await run(appointFirstAdmin, await now('admin'), sent)).toMatchObject({
    ok: true,
    value: { made: { link: null }, next: '/admin/partnerships/KZ-KR?done=people.appoint-first-admin#sides' },
  })
  expect(await rows('select id from one_time_links where id = $1', sent.id)).toEqual([])
})

test('a partnership is changed on what was seen, with the organisations that lead', async () => {
  const { partnership: before } = await asked()
  const { one: _, other: _o, language: _l, ...fields } = partnership()
  const change = { ...fields, partnership: 'KZ-KR', version: before.version, lead: { KZ: 'KZ-MTI', KR: '' } }
  expect(await run(changePartnership, await now('sideAdmin'), change)).toMatchObject(notAllowed)
  expect(
    await run(changePartnership, await now('admin'), { ...change, id: newId(), lead: { KZ: 'MINISTRY' } }),
  ).toMatchObject(refusedAt('lead.KZ', 'problem.no-such-organisation'))
  expect(await run(changePartnership, await now('admin'), change)).toMatchObject({ ok: true })
  expect(await run(changePartnership, await now('admin'), { ...change, id: newId() })).toMatchObject({
    ok: false,
    problem: { code: 'conflict' },
  })
  expect((await asked()).sides).toMatchObject([{ lead: 'KZ-MTI' }, { lead: null }])
})
