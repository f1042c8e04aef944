import { expect, test } from 'vitest'
import { decreeDays } from '#lib/calendars/decree.ts'
import { countryPage } from '#lib/countries/country.ts'
import { milestonePage } from '#lib/milestones/milestone.ts'
import { run } from '#lib/runner/run.ts'
import { aMilestone, asOwner, insert, newId, rows, texts } from '#tests/builders.ts'
import { withWorld } from '#tests/world.ts'

const world = withWorld()

const versionOfUzbekistan = async () =>
  (
    await rows<{ version: string }>(
      `select coalesce(version, id) as version from countries where code = 'UZ'`,
    )
  )[0]?.version

/** Nowruz is moved to Monday the 23rd, and Saturday the 28th is worked for it. */
const moved = {
  country: 'UZ',
  language: 'en',
  title: 'On days off at Nowruz',
  number: 'PF-12',
  decidedOn: '2026-03-10',
  publisher: 'lex.uz',
  url: 'https://lex.uz/docs/1',
  days: ['2026-03-23', '2026-03-28', '', '2026-03-20'],
  kinds: ['substitute', 'working', 'holiday', 'none'],
  holidays: ['Nowruz', 'Nowruz', '', ''],
}
const decreed = async (more: object = {}) => ({
  id: newId(),
  version: await versionOfUzbekistan(),
  ...moved,
  ...more,
})

const asked = {
  act: 'decree',
  ...moved,
  'days[]': moved.days,
  'kinds[]': moved.kinds,
  'holidays[]': moved.holidays,
}

/** Moved from the 10th to the 31st of March 2026, when the calendar has a day off on the 20th. */
async function aMovedMilestone(more: Parameters<typeof aMilestone>[1] = {}) {
  const milestone = await aMilestone(world(), { due: '2026-03-31', ...more })
  await asOwner((tx) =>
    insert(tx, 'due_date_changes', {
      audience_id: world().audience[more.visibility ?? 'shared'],
      partnership_id: world().partnership,
      milestone_id: milestone.id,
      kind: 'moved',
      from_on: '2026-03-10',
      from_precision: 'day',
      to_on: '2026-03-31',
      to_precision: 'day',
      days: 21,
      state: 'agreed',
      position: 1,
    }),
  )
  return milestone
}

const aDayOff = (day: string, standing = 'expected') =>
  asOwner((tx) =>
    insert(tx, 'calendar_days', {
      country_id: world().country.UZ,
      day,
      name: texts('Eid al-Fitr'),
      kind: 'holiday',
      standing,
      basis: 'expected',
      citations: '[]',
    }),
  )

test('what a decree moves is listed before it is saved, then counted anew and kept', async () => {
  await aDayOff('2026-03-20')
  const shared = await aMovedMilestone()
  const own = await aMovedMilestone({ visibility: 'UZ' })
  await aMilestone(world(), { due: '2026-06-30' })

  const before = await countryPage.ask(world().admin, { year: '2026', ...asked }, 'en')
  const expected = [
    {
      code: shared.code,
      partnership: 'UZ-KR',
      // 15 weekdays, without the 20th; then without the 23rd, with the 20th and the Saturday.
      before: 14,
      after: 15,
    },
  ]
  expect(before?.proposed).toMatchObject({ problem: null, moves: { moved: expected } })
  expect(before?.proposed?.moves?.days).toEqual([
    { day: '2026-03-20', before: 'off', after: 'ordinary', holiday: null },
    { day: '2026-03-23', before: 'ordinary', after: 'off', holiday: 'Nowruz' },
    { day: '2026-03-28', before: 'ordinary', after: 'working', holiday: 'Nowruz' },
  ])
  expect(JSON.stringify(before)).not.toContain(own.code)
  expect(before?.decrees).toEqual([])

  const sent = await decreed()
  expect(await run(decreeDays, world().admin, sent)).toMatchObject({
    ok: true,
    value: { made: { id: sent.id, moved: expected } },
  })
  const after = await countryPage.ask(world().admin, { country: 'UZ', year: '2026' }, 'en')
  expect(after?.decrees).toMatchObject([{ title: moved.title, moved: expected, post: { side: 'UZ' } }])
  expect(after?.days).toMatchObject([
    { day: '2026-03-23', kind: 'substitute', standing: 'confirmed', citations: [{ url: moved.url }] },
    { day: '2026-03-28', kind: 'working', standing: 'confirmed', basis: 'Nowruz' },
  ])
  const seen = await milestonePage.ask(world().koreanStaff, { milestone: shared.code }, 'en')
  expect(seen?.slip?.working).toContainEqual({ side: 'UZ', days: 15 })

  // What is moved later is no deed of this decree.
  const late = await aMovedMilestone()
  await asOwner((tx) =>
    tx.query(`update due_date_changes set agreed_at = now() + interval '1 minute' where milestone_id = $1`, [
      late.id,
    ]),
  )
  const again = await countryPage.ask(world().admin, { country: 'UZ' }, 'en')
  expect(again?.decrees).toMatchObject([{ moved: expected }])
})

test('a decree confirms what was only expected', async () => {
  await aDayOff('2027-03-21')
  const confirming = { days: ['2027-03-21'], kinds: ['holiday'], holidays: ['Nowruz'] }
  expect(await run(decreeDays, world().admin, await decreed(confirming))).toMatchObject({
    ok: true,
    value: { made: { days: [{ day: '2027-03-21', before: 'off', after: 'off' }], moved: [] } },
  })
  expect(await rows(`select standing from calendar_days where day = '2027-03-21'`)).toEqual([
    { standing: 'confirmed' },
  ])
})

const listed = (...rows: [day: string, kind: string, holiday: string][]) => ({
  days: rows.map(([day]) => day),
  kinds: rows.map(([, kind]) => kind),
  holidays: rows.map(([, , holiday]) => holiday),
})

test.each([
  ['no day at all', { days: [], kinds: [], holidays: [] }, 'days[]', 'problem.no-day'],
  ['a day that is none', listed(['2026-02-30', 'none', '']), 'days[]', 'problem.no-such-date'],
  [
    'a day twice',
    listed(['2026-04-01', 'none', ''], ['2026-04-01', 'none', '']),
    'days[]',
    'problem.day-twice',
  ],
  ['a day of no holiday', listed(['2026-04-01', 'holiday', '']), 'days[]', 'problem.no-holiday'],
  [
    'a day without a kind',
    { ...listed(['2026-04-01', 'holiday', 'Nowruz']), days: ['2026-04-01', '2026-04-02'] },
    'days[]',
    'problem.malformed',
  ],
  [
    'a kind without a day',
    { ...listed(['2026-04-01', 'none', '']), kinds: ['none', 'holiday'] },
    'days[]',
    'problem.malformed',
  ],
  ['no source', { url: 'lex.uz' }, 'url', 'problem.malformed'],
])('%s is said at its field', async (_name, more, field, message) => {
  expect(await run(decreeDays, world().admin, await decreed(more))).toMatchObject({
    ok: false,
    problem: { code: 'invalid', fields: { [field]: message } },
  })
})

test('only an admin of the installation decrees, and only on the calendar that he saw', async () => {
  for (const who of [world().sideAdmin, world().staff, world().koreanStaff])
    expect(await run(decreeDays, who, await decreed())).toMatchObject({
      ok: false,
      problem: { code: 'not-allowed' },
    })
  expect(await run(decreeDays, world().admin, await decreed({ version: newId() }))).toMatchObject({
    ok: false,
    problem: { code: 'conflict' },
  })
  expect(await countryPage.ask(world().sideAdmin, { country: 'UZ' }, 'en')).toBeUndefined()
})
