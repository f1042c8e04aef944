import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seededDatabase, testDatabase, type TestDatabase } from '#tests/database.ts'
import { seed } from '../../prisma/seed/seed.ts'

let database: TestDatabase
let client: pg.Client

beforeAll(async () => {
  database = await seededDatabase()
  client = new pg.Client({ connectionString: database.ownerUrl })
  await client.connect()
}, 120_000)

afterAll(async () => {
  await client.end()
  await database.drop()
})

type Found = Record<string, unknown>

async function rows(sql: string, ...values: unknown[]): Promise<Found[]> {
  return (await client.query<Found>(sql, values)).rows
}

async function count(from: string): Promise<number> {
  const [found] = await rows(`select count(*)::int as size from ${from}`)
  return Number(found?.size)
}

async function one(sql: string, ...values: unknown[]): Promise<Found> {
  const found = await rows(sql, ...values)
  expect(found, sql).toHaveLength(1)
  return found[0] ?? {}
}

test.each([
  ['countries', 2],
  ['calendar_days', 174],
  ['organisations', 152],
  ['organisations where acronym is not null', 39],
  ['partnerships', 1],
  ['sides', 2],
  ['landmarks', 7],
  ['caveats', 11],
  ['directions', 8],
  ['directions where is_anchor', 7],
  ['meeting_series', 5],
  ['agreements', 90],
  ['agreement_directions', 96],
  ['initiatives', 101],
  ['initiatives where standing_inferred', 7],
  ['initiatives where inferred', 34],
  ['initiatives where stages_inferred', 8],
  ['initiatives where cardinality(regions) = 1', 64],
  ['initiative_directions', 20],
  [`initiative_bodies where role = 'lead'`, 245],
  [`initiative_bodies where role = 'partner'`, 35],
  ['initiative_agreements', 65],
  ['milestones', 206],
  [`milestones where status = 'completed'`, 136],
  [`milestones where status = 'in_progress'`, 9],
  [`milestones where status = 'planned'`, 61],
  ['milestones where inferred', 66],
  [`milestones where due_on is null and status <> 'completed'`, 21],
  ['confirmations', 272],
  ['due_date_changes', 10],
  [`reported_facts where kind <> 'not_done'`, 56],
  [`reported_facts where kind = 'not_done'`, 6],
  ['meetings', 41],
  ['decisions', 81],
  ['decision_directions', 64],
  ['decisions where due_on is not null', 14],
  ['finance_records', 50],
  [`finance_records where transaction_type = '2'`, 16],
  ['indicators', 31],
  [`measurements where role = 'baseline'`, 15],
  [`measurements where role = 'target'`, 25],
  [`measurements where role = 'actual'`, 26],
  ['trade_figures', 42],
  ['open_points', 9],
  ['contradictions', 18],
  ['contradiction_versions', 42],
  [`reported_values where about = 'value'`, 68],
  [`reported_values where about = 'due'`, 6],
  ['sources', 302],
  ['sources where date_inferred', 93],
  ['acceptance_steps', 2],
])('%s: %i', async (from, size) => {
  expect(await count(from)).toBe(size)
})

test('the ledger verifies, and its tallies are what counting gives', async () => {
  expect(await rows('select * from verify_ledger()')).toEqual([])
  const tallied = await rows(
    'select audience_id, direction_id, status, sum(size)::int as size from milestone_tallies group by 1, 2, 3 having sum(size) <> 0 order by 2, 3',
  )
  const counted = await rows(
    'select audience_id, direction_id, status, count(*)::int as size from milestones group by 1, 2, 3 order by 2, 3',
  )
  expect(tallied).toEqual(counted)
})

test('each record of the programme is one event, by nobody, called import', async () => {
  const events = await rows(
    `select distinct e.name, e.post_id from events e join changes c using (command, audience_id)`,
  )
  expect(events).toEqual([{ name: 'import', post_id: '00000000-0000-0000-0000-000000000000' }])
  const milestones = await rows(
    `select record_id from changes where record_table = 'milestones' group by record_id having count(*) <> 1`,
  )
  expect(milestones).toEqual([])
  expect(
    await count(`(select command from changes where record_table = 'milestones' group by command) m`),
  ).toBe(206)
})

test('countries and calendars are common, the partnership and its directions public, all else shared', async () => {
  const kindOf = async (table: string) =>
    (await rows(`select distinct a.kind from ${table} r join audiences a on a.id = r.audience_id`)).map(
      ({ kind }) => kind,
    )
  for (const table of ['countries', 'calendar_days', 'organisations', 'posts']) {
    expect(await kindOf(table), table).toEqual(['common'])
  }
  for (const table of ['partnerships', 'sides', 'directions', 'landmarks', 'caveats']) {
    expect(await kindOf(table), table).toEqual(['public'])
  }
  for (const table of [
    'agreements',
    'initiatives',
    'milestones',
    'confirmations',
    'meetings',
    'decisions',
    'finance_records',
    'indicators',
    'trade_figures',
    'reported_facts',
    'contradictions',
    'sources',
    'citations',
    'meeting_series',
  ]) {
    expect(await kindOf(table), table).toEqual(['shared'])
  }
  expect(await kindOf('acceptance_steps')).toEqual(['side'])
})

test('titles stand in four languages, the English authentic, the others unofficial and not stale', async () => {
  for (const table of ['agreements', 'initiatives', 'milestones', 'meetings', 'indicators', 'directions']) {
    expect(
      await rows(
        `select r.code, l.language from ${table} r cross join unnest(array['en', 'uz', 'ru', 'ko']) l (language)
         cross join lateral text_in(r.title, l.language) t
         where t ->> 'language' <> l.language or (t ->> 'standing' = 'authentic') <> (l.language = 'en')
           or (t ->> 'official')::boolean <> (l.language = 'en') or (t ->> 'stale')::boolean`,
      ),
      table,
    ).toEqual([])
  }
})

test('every organisation, agreement, initiative, milestone, meeting and figure cites its sources', async () => {
  for (const [table, column] of [
    ['organisations', 'organisation_id'],
    ['directions', 'direction_id'],
    ['landmarks', 'landmark_id'],
    ['meeting_series', 'series_id'],
    ['agreements', 'agreement_id'],
    ['initiatives', 'initiative_id'],
    ['milestones', 'milestone_id'],
    ['due_date_changes', 'due_date_change_id'],
    ['reported_facts', 'fact_id'],
    ['open_points', 'open_point_id'],
    ['contradictions', 'contradiction_id'],
    ['indicators', 'indicator_id'],
    ['measurements', 'measurement_id'],
    ['finance_records', 'finance_record_id'],
    ['meetings', 'meeting_id'],
    ['trade_figures', 'trade_figure_id'],
  ]) {
    expect(
      await rows(
        `select id from ${table} r where not exists (select from citations c where c.${column} = r.id)`,
      ),
      table,
    ).toEqual([])
  }
  expect(await count('citations where partnership_cited')).toBe(5)
  // Those two name the countries, which belong to no partnership.
  expect(
    await rows(
      'select code, title from sources s where not exists (select from citations c where c.source_id = s.id) order by 1',
    ),
  ).toHaveLength(2)
})

test('each contradiction keeps which source says what', async () => {
  const found = await rows(
    `select v.text #>> '{en,text}' as version, v.counts, s.publisher from contradictions k
     join contradiction_versions v on v.contradiction_id = k.id
     join citations c on c.contradiction_id = k.id and c.position = v.position join sources s on s.id = c.source_id
     where k.topic #>> '{en,text}' = 'Trade in 2020, mirror statistics' order by v.position`,
  )
  expect(found).toEqual([
    { version: '2.1bn USD (Uzbekistan)', counts: true, publisher: 'Kursiv Uzbekistan' },
    { version: '1.72bn USD (Korea)', counts: false, publisher: 'Yonhap' },
  ])
})

test('due dates: the days of the changes add up, and kinds follow the intervals', async () => {
  expect(
    await rows(
      `select m.code from milestones m left join due_date_changes d on d.milestone_id = m.id
       group by m.id having coalesce(sum(d.days), 0) <> coalesce(m.due_on - m.baseline_on, 0)`,
    ),
  ).toEqual([])
  const technopark = await rows(
    `select d.kind, d.days, d.to_precision, d.state, d.asked_post_id from due_date_changes d
     join milestones m on m.id = d.milestone_id where m.code = 'UZ-KR-MB-09-02' order by d.position`,
  )
  expect(technopark).toEqual([
    { kind: 'restated', days: 275, to_precision: 'year', state: 'agreed', asked_post_id: null },
    { kind: 'refined', days: -92, to_precision: 'month', state: 'agreed', asked_post_id: null },
    { kind: 'moved', days: 182, to_precision: 'month', state: 'agreed', asked_post_id: null },
  ])
  const baseline = await one(
    `select c.note from citations c join milestones m on m.id = c.milestone_id
     where m.code = 'UZ-KR-IU-03-08' and c.note is not null`,
  )
  expect(baseline.note).toBe('The first due date, announced on 22 April 2025.')
})

test('of dates on which sources disagree one counts, the due date of the milestone', async () => {
  expect(
    await rows(
      `select m.code, v.dated_on::text, v.counts, v.dated_on = m.due_on as due from reported_values v
       join milestones m on m.id = v.milestone_id order by m.code, v.position`,
    ),
  ).toEqual([
    { code: 'UZ-KR-EN-09-02', dated_on: '2027-12-31', counts: true, due: true },
    { code: 'UZ-KR-EN-09-02', dated_on: '2026-12-31', counts: false, due: false },
    { code: 'UZ-KR-IU-04-04', dated_on: '2028-12-31', counts: false, due: false },
    { code: 'UZ-KR-IU-04-04', dated_on: '2029-12-31', counts: true, due: true },
    { code: 'UZ-KR-MB-02-02', dated_on: '2026-12-31', counts: false, due: false },
    { code: 'UZ-KR-MB-02-02', dated_on: '2027-12-31', counts: true, due: true },
  ])
})

test('a milestone that was missed has a fact that says so, dated by its latest source', async () => {
  expect(
    await rows(
      `select m.code, m.status, m.fact_on::text, f.reported_precision as precise, f.inferred,
         m.fact_on = f.reported_on and m.fact_on > m.due_on as after from reported_facts f
       join milestones m on m.id = f.milestone_id order by m.code`,
    ),
  ).toEqual([
    {
      code: 'UZ-KR-CM-05-02',
      status: 'planned',
      fact_on: '2011-08-25',
      precise: 'day',
      inferred: true,
      after: true,
    },
    {
      code: 'UZ-KR-CM-05-06',
      status: 'planned',
      fact_on: '2026-03-04',
      precise: 'day',
      inferred: true,
      after: true,
    },
    {
      code: 'UZ-KR-EN-07-03',
      status: 'planned',
      fact_on: '2026-03-04',
      precise: 'day',
      inferred: true,
      after: true,
    },
    {
      code: 'UZ-KR-IU-05-01',
      status: 'planned',
      fact_on: '2025-01-31',
      precise: 'month',
      inferred: true,
      after: true,
    },
    {
      code: 'UZ-KR-MB-01-03',
      status: 'in_progress',
      fact_on: '2026-01-29',
      precise: 'day',
      inferred: true,
      after: true,
    },
    {
      code: 'UZ-KR-MB-09-03',
      status: 'in_progress',
      fact_on: '2020-10-31',
      precise: 'day',
      inferred: true,
      after: true,
    },
  ])
})

test('what was completed has both keys, turned by no post and signed by nobody', async () => {
  expect(
    await rows(
      `select m.code from milestones m left join confirmations c on c.milestone_id = m.id and c.verdict = 'confirmed'
         and c.post_id is null and c.replaced_at is null
       group by m.id having count(c.id) <> case m.status when 'completed' then 2 else 0 end`,
    ),
  ).toEqual([])
  expect(await count('signatures')).toBe(0)
})

test('who is responsible is the first lead, Uzbekistan before Korea, and marked inferred', async () => {
  expect(await count('milestones where not responsible_inferred or not weight_inferred or weight <> 1')).toBe(
    0,
  )
  const semiconductors = await one(
    `select o.code as body, c.code as side from milestones m join organisations o on o.id = m.organisation_id
     join countries c on c.id = m.country_id where m.code = 'UZ-KR-SC-01-04'`,
  )
  expect(semiconductors).toEqual({ body: 'UZ-UZELT', side: 'UZ' })
})

test('a joint venture leads for both sides', async () => {
  expect(
    await rows(
      `select c.code as side, b.position from initiative_bodies b join organisations o on o.id = b.organisation_id
       join countries c on c.id = b.country_id where o.code = 'JV-UKT' order by c.code`,
    ),
  ).toEqual([
    { side: 'KR', position: 2 },
    { side: 'UZ', position: 2 },
  ])
})

test('sedans: a target of more than 60,000 a year in 2025', async () => {
  expect(
    await one(
      `select m.value, m.qualifier, m.measured_on::text, m.measured_precision as precise, i.unit from measurements m
       join indicators i on i.id = m.indicator_id
       where i.title #>> '{en,text}' = 'Sedans made at full scale per year' and m.role = 'target'`,
    ),
  ).toEqual({
    value: '60000',
    qualifier: 'more than',
    measured_on: '2025-12-31',
    precise: 'year',
    unit: 'vehicles/year',
  })
})

test('trade from January to April: 695.0 million against 802.1, reported as -13.3 %', async () => {
  expect(
    await rows(
      `select starts_on::text, value::text, currency, change_percent::text from trade_figures
       where label in ('Jan-Apr 2023', 'Jan-Apr 2024') order by 1`,
    ),
  ).toEqual([
    { starts_on: '2023-01-01', value: '802100000', currency: 'USD', change_percent: null },
    { starts_on: '2024-01-01', value: '695000000', currency: 'USD', change_percent: '-13.3' },
  ])
})

test('the critical minerals cover links of the chain; elsewhere the stage is not stated', async () => {
  expect(await rows(`select distinct unnest(stages) as stage from initiatives order by 1`)).toEqual(
    ['concentration', 'exploration', 'materials', 'mining', 'refining'].map((stage) => ({ stage })),
  )
  expect(await count(`initiatives where cardinality(stages) > 0 and code not like 'UZ-KR-CM-%'`)).toBe(0)
})

test('commitments have a provider and a receiver; stocks, ceilings and portfolios are none', async () => {
  expect(
    await rows(
      `select distinct instrument from finance_records where transaction_type is not null order by 1`,
    ),
  ).toEqual(
    ['grant', 'grant_programme', 'loan', 'ppp', 'technical_assistance'].map((instrument) => ({ instrument })),
  )
})

test('sessions belong to their series', async () => {
  expect(
    await rows(
      `select s.code, count(m.id)::int as size from meeting_series s left join meetings m on m.series_id = s.id
       group by s.id order by s.position`,
    ),
  ).toEqual([
    { code: 'UZ-KR-IGC', size: 3 },
    { code: 'UZ-KR-DPM', size: 4 },
    { code: 'UZ-KR-FMSD', size: 1 },
    { code: 'UZ-KR-ENERGY', size: 1 },
    { code: 'UZ-KR-IWG', size: 1 },
  ])
})

test('calendars: days that a page confirms, that are only expected, and that the basis has in error', async () => {
  const days = await rows(
    `select d.day::text, d.kind, d.standing, d.fixed_by_decree as decree, d.name #>> '{en,text}' as name
     from calendar_days d join countries c on c.id = d.country_id
     where (c.code, d.day) in (('KR', '2024-02-12'), ('KR', '2025-05-05'), ('KR', '2026-02-16'), ('KR', '2026-02-19'),
       ('UZ', '2026-05-27'), ('UZ', '2026-01-02')) order by d.day, d.kind, name`,
  )
  expect(days).toEqual([
    { day: '2024-02-12', kind: 'none', standing: 'expected', decree: false, name: 'Korean New Year' },
    {
      day: '2024-02-12',
      kind: 'substitute',
      standing: 'expected',
      decree: false,
      name: 'Korean New Year (substitute day)',
    },
    { day: '2025-05-05', kind: 'holiday', standing: 'confirmed', decree: false, name: "Buddha's Birthday" },
    { day: '2025-05-05', kind: 'holiday', standing: 'confirmed', decree: false, name: "Children's Day" },
    {
      day: '2026-01-02',
      kind: 'additional',
      standing: 'confirmed',
      decree: false,
      name: 'Additional day off',
    },
    { day: '2026-02-16', kind: 'holiday', standing: 'confirmed', decree: false, name: 'Korean New Year' },
    { day: '2026-02-19', kind: 'none', standing: 'expected', decree: false, name: 'Korean New Year' },
    { day: '2026-05-27', kind: 'holiday', standing: 'expected', decree: true, name: 'Eid al-Adha' },
  ])
  expect(await rows('select kind, count(*)::int as size from calendar_days group by 1 order by 1')).toEqual([
    { kind: 'additional', size: 4 },
    { kind: 'election', size: 4 },
    { kind: 'holiday', size: 126 },
    { kind: 'none', size: 5 },
    { kind: 'substitute', size: 33 },
    { kind: 'temporary', size: 2 },
  ])
})

test('each caveat, in the order of the file and in four languages', async () => {
  const caveats = await rows(
    `select text #>> '{en,text}' as text, (select count(*)::int from jsonb_object_keys(text)) as languages
     from caveats order by position`,
  )
  expect(caveats.map(({ languages }) => languages)).toEqual(Array.from({ length: 11 }, () => 4))
  const beginnings = [
    'Assembled from stored copies of public pages',
    'The stored pages on this pair end in March 2026',
    'Titles in [square brackets] are labels',
    '“Inferred” marks anything not stated outright',
    'Descriptions are reworded',
    'Amounts are as announced and are not reconciled',
    'Lead bodies without a source are left empty',
    'Names of directions and organisations',
    '“No evidence”: the due date has passed',
    'The last day of a due date is the end of the interval',
    'Region codes are ISO 3166-2:UZ',
  ]
  beginnings.forEach((beginning, index) =>
    expect(String(caveats[index]?.text).startsWith(beginning)).toBe(true),
  )
})

test('a demo has every role on each side, one admin, and no password', async () => {
  expect(
    await rows(
      `select c.code as side, g.role, count(*)::int as size from grants g join countries c on c.id = g.country_id
       group by 1, 2 order by 1, 2`,
    ),
  ).toEqual([
    { side: 'KR', role: 'observer', size: 1 },
    { side: 'KR', role: 'official', size: 1 },
    { side: 'KR', role: 'side_admin', size: 1 },
    { side: 'KR', role: 'staff', size: 1 },
    { side: 'UZ', role: 'admin', size: 1 },
    { side: 'UZ', role: 'observer', size: 1 },
    { side: 'UZ', role: 'official', size: 27 },
    { side: 'UZ', role: 'side_admin', size: 1 },
    { side: 'UZ', role: 'staff', size: 1 },
  ])
  expect(
    await rows(
      `select distinct o.code from milestones m join organisations o on o.id = m.organisation_id
       where m.status <> 'completed' and not exists (select from posts p join grants g on g.post_id = p.id
         where p.organisation_id = o.id and g.role = 'official')`,
    ),
  ).toEqual([])
  expect(await count('sides where staffed_at is null')).toBe(0)
  expect(await count('private.credentials')).toBe(0)
})

test('a second installation gets the same ids and nobody to try it with; a second load changes nothing', async () => {
  const other = await testDatabase()
  const second = new pg.Client({ connectionString: other.ownerUrl })
  await second.connect()
  try {
    await seed(other.ownerUrl, () => {}, { demo: false })
    const heads = 'select kind, seq from heads h join audiences a on a.id = h.audience_id order by 1, 2'
    const before = (await second.query(heads)).rows
    const said: string[] = []
    await seed(other.ownerUrl, (line) => said.push(line), { demo: true })
    expect(said).toEqual(['UZ-KR is loaded already'])
    expect((await second.query(heads)).rows).toEqual(before)

    const ids = `select string_agg(id::text, ' ' order by id) as ids from (select id from milestones
      union all select id from citations union all select id from calendar_days union all select id from measurements) r`
    expect((await second.query(ids)).rows).toEqual(await rows(ids))
    expect((await second.query('select from people')).rowCount).toBe(0)
    expect((await second.query('select from acceptance_steps where post_id is null')).rowCount).toBe(2)
    expect((await second.query('select from sides where staffed_at is not null')).rowCount).toBe(0)
    expect((await second.query(`select from pg_proc where proname = 'demo_accounts'`)).rowCount).toBe(0)
  } finally {
    await second.end()
    await other.drop()
  }
}, 120_000)
